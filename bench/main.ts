// npm run bench [-- scoring | conditions | command-line | sampling | alerts | calibration]: all where none is named.
const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

if (isWanted('scoring')) await import('./run.js')
if (isWanted('conditions')) await import('./run-conditions.js')
if (isWanted('command-line')) await import('./run-command-line.js')
if (isWanted('sampling')) await import('./run-sampling.js')
if (isWanted('alerts')) await import('./run-alerts.js')
if (isWanted('calibration')) await import('./run-calibration.js')
