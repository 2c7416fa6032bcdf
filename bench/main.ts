// npm run bench [-- scoring | sampling | alerts | calibration]: all where none is named.
const wanted = process.argv.slice(2)

if (wanted.length === 0 || wanted.includes('scoring')) await import('./run.js')
if (wanted.length === 0 || wanted.includes('sampling')) await import('./run-sampling.js')
if (wanted.length === 0 || wanted.includes('alerts')) await import('./run-alerts.js')
if (wanted.length === 0 || wanted.includes('calibration')) await import('./run-calibration.js')
