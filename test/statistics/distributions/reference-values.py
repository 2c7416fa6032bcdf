"""Writes the numbers of reference-values.json anew from the inputs in it: python3 reference-values.py (some minutes)

60 decimal digits throughout. Beta and t: the power series x^a y^b / (a B(a, b)) sum (a+b)_n / (a+1)_n x^n, whose terms
are all positive, on the side of the mean where it converges; ln gamma by Stirling's series from 80 on with exact
Bernoulli numbers. Normal: the series of erf with digits enough for its cancellation. Binomial and hypergeometric: sums
of exact terms; binomial from 5000 trials on as a beta tail.
"""

import json
from decimal import Decimal as D
from decimal import getcontext
from fractions import Fraction as F
from math import comb
from pathlib import Path

DIGITS = 60
getcontext().prec = DIGITS


def pi():
    def arctan_of_inverse(n):
        term = total = D(1) / n
        k = 1
        while True:
            term = -term / (n * n)
            k += 2
            if total + term / k == total:
                return total
            total += term / k

    return 16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)


def bernoulli(count):
    numbers = [F(1)]
    for m in range(1, count):
        numbers.append(-sum(comb(m + 1, k) * numbers[k] for k in range(m)) / (m + 1))
    return numbers


BERNOULLI = bernoulli(60)
HALF_LOG_TWO_PI = (2 * pi()).ln() / 2


def log_gamma(z):
    z, product = D(z), D(1)
    while z < 80:
        product *= z
        z += 1
    total = (z - D("0.5")) * z.ln() - z + HALF_LOG_TWO_PI
    for k in range(1, 30):
        b = BERNOULLI[2 * k]
        total += D(b.numerator) / D(b.denominator) / (2 * k * (2 * k - 1)) / z ** (2 * k - 1)
    return total - product.ln()


def lower_series(a, b, x, y):
    term = total = D(1)
    n = 0
    while True:
        ratio = (a + b + n) / (a + 1 + n) * x
        term *= ratio
        n += 1
        total += term
        # The ratios fall towards x, or rise to it; either way the rest is under a geometric series.
        largest = max(ratio, x)
        if largest < 1 and term < total * D("1e-30") * (1 - largest):
            break
    log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b)
    return (a * x.ln() + b * y.ln() - log_beta).exp() / a * total


def beta_tails(a, b, x, y):
    if x * (a + b) <= a:
        lower = lower_series(a, b, x, y)
        return lower, 1 - lower
    upper = lower_series(b, a, y, x)
    return 1 - upper, upper


def normal_lower(z):
    size = abs(D(z))
    getcontext().prec = DIGITS + 10 + int(size * size / 4)
    term = total = size
    k = 1
    while term > total * D(10) ** -getcontext().prec:
        term = term * size * size / (2 * k + 1)
        k += 1
        total += term
    half = total * (-size * size / 2).exp() / (2 * pi()).sqrt()
    result = D("0.5") - half if z < 0 else D("0.5") + half
    getcontext().prec = DIGITS
    return +result


def t_lower(t, df):
    t, df = D(t), D(df)
    lower, upper = beta_tails(df / 2, D("0.5"), df / (df + t * t), t * t / (df + t * t))
    return lower / 2 if t < 0 else D("0.5") + upper / 2


def binomial(k, n, p):
    p = D(p)
    if n >= 5000:
        log_term = log_gamma(n + 1) - log_gamma(k + 1) - log_gamma(n - k + 1) + k * p.ln() + (n - k) * (1 - p).ln()
        return (log_term.exp(), *beta_tails(D(n - k), D(k + 1), 1 - p, p))
    terms = [(1 - p) ** n]
    for i in range(n):
        terms.append(terms[i] * (n - i) / (i + 1) * p / (1 - p))
    return terms[k], sum(terms[: k + 1]), sum(reversed(terms[k + 1 :]))


def hypergeometric(k, population, marked, drawn):
    least, greatest = max(0, marked + drawn - population), min(marked, drawn)
    term = comb(marked, least) * comb(population - marked, drawn - least)
    terms = [term]
    for i in range(least, greatest):
        term = term * (marked - i) * (drawn - i) // ((i + 1) * (population - marked - drawn + i + 1))
        terms.append(term)
    total = D(comb(population, drawn))
    at = k - least
    return D(terms[at]) / total, D(sum(terms[: at + 1])) / total, D(sum(terms[at + 1 :])) / total


METHODS = {
    "normal": lambda z: (normal_lower(z),),
    "beta": lambda a, b, x: beta_tails(D(a), D(b), D(x), 1 - D(x)),
    "studentT": lambda t, df: (t_lower(t, df),),
    "binomial": binomial,
    "hypergeometric": hypergeometric,
}

if __name__ == "__main__":
    path = Path(__file__).with_suffix(".json")
    tables = json.loads(path.read_text())
    for name, method in METHODS.items():
        for row in tables[name]:
            row["values"] = [float(value) for value in method(*row["input"])]
    rows = [
        f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in table) + "\n]" for name, table in tables.items()
    ]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n")
