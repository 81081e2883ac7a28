import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import { exactLine, firstLineOfTwo, font, size } from './form'

const style = (id: string, name: string, rest: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'ReportBody',
  quickFormat: true,
  ...rest,
})

/** The named styles, so that a person who edits the draft changes a style and not every line. */
export const styles: IStylesOptions = {
  default: {
    document: {
      // the character grid counts from this size
      run: { font: font.body, size: size.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactLine },
    },
  },
  paragraphStyles: [
    style('ReportTitle', '公文标题', {
      run: { font: font.title, size: size.title },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactLine },
    }),
    style('ReportBody', '公文正文', {
      run: { font: font.body, size: size.body },
      paragraph: { alignment: AlignmentType.BOTH, spacing: exactLine, indent: firstLineOfTwo },
    }),
    style('ReportHeading1', '公文一级标题', {
      run: { font: font.heading1, size: size.body },
      paragraph: { spacing: exactLine, indent: firstLineOfTwo, outlineLevel: 0, keepNext: true },
    }),
    style('ReportHeading2', '公文二级标题', {
      run: { font: font.heading2, size: size.body },
      paragraph: { spacing: exactLine, indent: firstLineOfTwo, outlineLevel: 1, keepNext: true },
    }),
    style('ReportTable', '公文附表', {
      run: { font: font.body, size: size.table },
      paragraph: { spacing: { line: 300, lineRule: exactLine.lineRule, before: 0, after: 0 } },
    }),
  ],
}
