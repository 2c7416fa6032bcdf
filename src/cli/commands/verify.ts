import { safeParseManifest, safeParseSamplingDesign, sampleVerifier } from '../../sampling/index.js'
import { EXIT } from '../exit-code.js'
import { issueLine } from '../faults/issue-line.js'
import { issueWithMessage } from '../faults/issue-with-message.js'
import { placedInFile } from '../faults/placed-in-file.js'
import { reportRowFaults } from '../faults/report-row-faults.js'
import { nodeSha256 } from '../input/node-sha256.js'
import { readCalls } from '../input/read-calls.js'
import { readDocument } from '../input/read-document.js'
import { CALLS_ARGUMENT } from '../options/calls-argument.js'
import { DESIGN_OPTION } from '../options/design-option.js'
import { formatOption } from '../options/format-option.js'
import { MANIFEST_OPTION } from '../options/manifest-option.js'
import { OUT_OPTION } from '../options/out-option.js'
import { replacementLines } from '../output/sampling/replacement-lines.js'
import { defineCommand } from '../usage/command.js'

export const verifyCommand = defineCommand({
  arguments: [CALLS_ARGUMENT],
  options: {
    manifest: MANIFEST_OPTION,
    design: {
      ...DESIGN_OPTION,
      text: {
        en: "The design as it was fixed, to be compared with the manifest's.",
        'zh-CN': '当初确定的抽样方案，与清单中的方案比对。',
      },
    },
    format: formatOption(['text', 'json']),
    out: OUT_OPTION,
  },
  examples: [
    {
      line: 'callgrade verify --manifest manifest.json --design design.json calls-2026-08.csv',
      text: {
        en: 'Draws again from the same calls and names every difference.',
        'zh-CN': '用同样的通话重新抽取，指出每一处不符。',
      },
    },
  ],
  async run({ arguments: [files], options }, context) {
    const { language, words } = context
    const manifest = await readDocument(options.manifest, safeParseManifest, context)
    const { design: designFile } = options
    const design =
      designFile === undefined ? undefined : await readDocument(designFile, safeParseSamplingDesign, context)
    if (!manifest || (designFile !== undefined && !design)) return EXIT.faults
    const verifier = sampleVerifier(manifest, { hash: nodeSha256, ...(design && { design }) })
    const read = await readCalls(files, manifest.design, context, verifier.add)
    if (read.issues.length > 0) {
      reportRowFaults(read.issues, read.lines, context)
      return EXIT.faults
    }
    const { isSound, findings } = verifier.finish({ inputs: read.inputs })
    const exit = isSound ? EXIT.fine : EXIT.faults
    if (options.format === 'json') {
      const written = findings.map((finding) => issueWithMessage(placedInFile(finding, read.lines), language))
      await context.write(`${JSON.stringify({ isSound, findings: written }, null, 2)}\n`)
      return exit
    }
    for (const finding of findings) {
      if (typeof finding.details?.line === 'number') reportRowFaults([finding], read.lines, context)
      else await context.write(`${issueLine(options.manifest, finding, context)}\n`)
    }
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const lines = [
      isSound ? words.sampling.sound(manifest.drawn.length, manifest.N) : words.sampling.notSound(errors),
      ...replacementLines(manifest, words),
    ]
    await context.write(`${lines.join('\n')}\n`)
    return exit
  },
})
