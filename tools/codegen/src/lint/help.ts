/** Text of `coo-codegen lint --help`. */
export const LINT_HELP = `coo-codegen lint: what is wrong or risky in WSDL and XSD · 检查 WSDL/XSD 中的错误与隐患

  coo-codegen lint <wsdl|xsd|folder>…      findings as text · 以文本列出

  --json, --sarif, --format text|json|sarif   output format; SARIF is 2.1.0 · 输出格式
  --fail-on error|warning|info|never       least severity that exits with 3 (default error) · 退出码为 3 的最低级别
  --disable RULE|CATEGORY[,…]              leave out; may be repeated · 不检查的规则或类别,可重复
  --all                                    every finding, not only the first five of a rule in a file · 列出全部
  --fetch                                  fetch what is imported from http(s) and save it in .coo-fetched · 下载并保存网络上的引入文档
  --root DIR                               folder that imports must not leave; default: that of each file, and the current one · 引入不得超出的目录
  --rules                                  list all rules · 列出全部规则
  --help                                   this text · 帮助

Examples · 示例
  coo-codegen lint service.wsdl
  coo-codegen lint service.wsdl --fail-on warning --disable wsi
  coo-codegen lint interfaces/ --all
  coo-codegen lint service.wsdl --fetch
  coo-codegen lint wsdl/service.wsdl --root /srv/interfaces
  coo-codegen lint --rules
  coo-codegen lint service.wsdl types/extra.xsd --sarif > lint.sarif

Severities · 级别: error cannot be used as written · 无法照此使用; warning breaks a standard or trips a widespread stack · 违反标准或常见软件会出错; info worth knowing · 值得留意.
Exit codes · 退出码: 0 nothing at or above the threshold, 1 internal error, 2 wrong command line, 3 findings at or above the threshold.
A folder stands for the .wsdl and .xsd files directly in it. Behind -- everything is a file. · 目录代表其中的 .wsdl 与 .xsd 文件。
Without --fetch no network is touched; what it saved is found again. · 不加 --fetch 不会访问网络,已保存的文档会自动使用。
`;
