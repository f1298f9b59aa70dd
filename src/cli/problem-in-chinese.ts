/** Words of the problems of script URLs and of project files. `$1` stands for the user's own values. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/^did you mean (".*")\?$/, '是否应为 $1？'],
  [/^create that file and list it in (.*)\.$/, '创建该文件，并在 $1 中注册。'],
  [/^create that file\.$/, '创建该文件。'],
  [/^add (".*") to that list(?:, as DevEco asks for)?\.$/, '把 $1 加入该列表。'],
  [/^add (".*") there: .*$/, '把 $1 加入其中：设备上只存在已注册或被导入的脚本。'],
  [/^write (".*") there, with the extension that the file has\.$/, '改为 $1，扩展名应与文件一致。'],
  [/^write it from the name of a module, as in (".*")\.$/, '路径应以模块名开头，例如 $1。'],
  [/^write it from the ability's folder, as in (".*")\.$/, '路径应从 Ability 的文件夹开始，例如 $1。'],
  [/^begin the path with the name of one of them, as in (".*")\.$/, '路径应以其中之一开头，例如 $1。'],
  [/^move the script into a module of the project\.$/, '把脚本移到工程的某个模块中。'],
  [/^another application's scripts can't be run here\.$/, '这里无法运行其他应用的脚本。'],
  [
    /^the platform supports scripts of the own HAP, of a HAR or of an HSP\.$/,
    '平台只支持本 HAP、HAR 或 HSP 中的脚本。',
  ],
  [/^looked for: +(.*)$/, '查找：$1'],
  [/^then for: +(.*)$/, '再查找：$1'],
  [/^listed: +(.*)$/, '已注册：$1'],
  [/^found on disk: +(.*)$/, '磁盘上有：$1'],
  [/^not listed in: +(.*)$/, '未列入：$1'],
  [/^no list in: +(.*)$/, '没有列表：$1'],
  [/^listed there: +(.*)$/, '其中已有：$1'],
  [/^imported by: +nothing that is compiled$/, '没有任何被编译的代码导入它'],
  [/^imported by: +nothing: .*$/, '没有代码导入它：它是页面或 Ability 等编译入口'],
  [/^imported by: +(.*)$/, '导入者：$1'],
  [/^leads to: +(.*)$/, '指向：$1'],
  [/^project: +(.*)$/, '工程：$1'],
  [/^no (?:module|HAR) is called: +(.*)$/, '没有这个名称的模块：$1'],
  [/^(?:module|HAR)s of the project: +(.*)$/, '工程中的模块：$1'],
  [/^bundle in the path: +(.*)$/, '路径中的包名：$1'],
  [/^bundle of the project: +(.*)$/, '工程的包名：$1'],
  [/^called from: +(.*)$/, '调用处：$1'],
  [/^called from module: +(.*)$/, '调用方模块：$1'],
  [/^script in module: +(.*)$/, '脚本所在模块：$1'],
  [/^reason: +(.*)$/, '原因：$1'],
  [/^No DevEco project at (.*)$/, '$1 处没有 DevEco 工程'],
  [/^There is no folder (.*)$/, '文件夹 $1 不存在'],
  [/^Cannot read (.*)$/, '无法读取 $1'],
  [
    /^looked in: +that folder, the folders above it and (\d+) levels below it$/,
    '查找范围：该文件夹、其上级文件夹及其下 $1 层',
  ],
  [/^name the folder of the app: (.*)$/, '请指定应用所在的文件夹：$1'],
  [/^make it readable, or remove it: .*$/, '请使其可读或将其删除：只有读取全部源码才能检查应用。'],
  [/^correct that file; the project cannot be known without it\.$/, '请更正该文件；否则无法读取工程。'],
  [/^at: line (\d+), column (\d+)$/, '位置：第 $1 行，第 $2 列'],
  [/^at: +(.*)$/, '位置：$1'],
  [/^expected: +(.*)$/, '应为：$1'],
  [/^found: +(.*)$/, '实际为：$1'],
  [/^line: +(.*)$/, '该行：$1'],
];

/** A fact or a hint of a problem in Chinese; what is not known stays as it is. */
export function inChinese(text: string): string {
  const phrase = phrases.find(([pattern]) => pattern.test(text));
  return phrase === undefined ? text : text.replace(phrase[0], phrase[1]);
}
