// npm run bench [-- scoring | sampling]: both where neither is named.
const wanted = process.argv.slice(2)

if (wanted.length === 0 || wanted.includes('scoring')) await import('./run.js')
if (wanted.length === 0 || wanted.includes('sampling')) await import('./run-sampling.js')
