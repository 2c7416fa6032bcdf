import { sampleVerifier } from '../../sampling/index.js'
import { type CommandContext, EXIT, type ExitCode, WrongUse } from '../console.js'
import { issueLine, issueWithMessage } from '../faults/issue-lines.js'
import { placedInFile, printRowFaults } from '../faults/row-faults.js'
import { nodeSha256 } from '../input/node-sha256.js'
import { readCalls } from '../input/read-calls.js'
import { readDesign, readManifest } from '../input/read-documents.js'
import type { SamplingOptions } from '../input/sampling-options.js'
import { samplingWordsOf } from '../words/sampling.js'
import { replacementLines } from './sample.js'

/** `callgrade verify --manifest FILE CALLS...` */
export async function verifyCommand(
  files: readonly string[],
  options: SamplingOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { console, language } = context
  const words = samplingWordsOf(language)
  if (options.manifest === undefined) throw new WrongUse(words.noManifest)
  if (files.length === 0) throw new WrongUse(words.noCalls)
  const manifest = await readManifest(options.manifest, context)
  const design = options.design === undefined ? undefined : await readDesign(options.design, context)
  if (!manifest || (options.design !== undefined && !design)) return EXIT.faults
  const verifier = sampleVerifier(manifest, { hash: nodeSha256, ...(design && { design }) })
  const read = await readCalls(files, manifest.design, context, verifier.add)
  if (read.issues.length > 0) {
    printRowFaults(read.issues, read.lines, context)
    return EXIT.faults
  }
  const { isSound, findings } = verifier.finish({ inputs: read.inputs })
  if (options.format === 'json') {
    const told = findings.map((finding) => issueWithMessage(placedInFile(finding, read.lines), language))
    await console.write(`${JSON.stringify({ isSound, findings: told }, null, 2)}\n`)
    return isSound ? EXIT.fine : EXIT.faults
  }
  for (const finding of findings) {
    if (typeof finding.details?.line === 'number') printRowFaults([finding], read.lines, context)
    else await console.write(`${issueLine(options.manifest, finding, language)}\n`)
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const lines = [
    isSound ? words.sound(manifest.drawn.length, manifest.N) : words.notSound(errors),
    ...replacementLines(manifest, words),
  ]
  await console.write(`${lines.join('\n')}\n`)
  return isSound ? EXIT.fine : EXIT.faults
}
