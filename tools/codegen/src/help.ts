/** Text of `--help`. */
export const HELP = `coo-codegen: typed message packages from WSDL and XSD · 由 WSDL/XSD 生成带类型的报文代码

  coo-codegen <wsdl|xsd>… --out DIR        generate into DIR (its generated files are replaced) · 生成到 DIR
  coo-codegen --manifest FILE --out DIR    several packages below DIR, as the manifest maps them · 按 manifest 分包
  coo-codegen repo [--out DIR]             all editions under DIR/schemas into DIR/packages (default: here) · 生成整个仓库
  coo-codegen lint <wsdl|xsd>…             what is wrong or risky in documents; see lint --help · 检查文档中的错误与隐患

  --check        write nothing; exit 9 if DIR differs · 只检查,不一致时退出码为 9
  --dry-run      write nothing; list what would change · 只列出将要变更的文件
  --keep-going   list all errors in documents and generate the rest; unknown types become xs:anyType · 列出全部错误并生成其余部分
  --json         one JSON report on standard output · 输出 JSON 报告
  --quiet        no notes · 不输出说明
  --help         this text · 帮助

Examples · 示例
  coo-codegen service.wsdl --out src/gen
  coo-codegen service.wsdl types/extra.xsd --out src/gen --check
  coo-codegen --manifest schemas/2018-07/manifest.json --out packages --dry-run
  coo-codegen broken.wsdl --out /tmp/out --keep-going --json
  coo-codegen repo --check

Exit codes · 退出码: 0 ok, 1 internal error, 2 wrong command line, 3 errors in the input (nothing is written, with --keep-going the rest), 9 stale.
Nothing is ever fetched from a network. · 不会访问网络。
`;
