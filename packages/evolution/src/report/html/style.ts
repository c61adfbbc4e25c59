/** Style of the page. */
export const STYLE = `
:root{color-scheme:light;--ink:#1c2430;--soft:#526071;--line:#d6dde6;--paper:#fff;--wash:#f4f6f9;--link:#0b57a4;
--b:#a3151b;--bw:#fdeceb;--p:#7a4a00;--pw:#fff3dc;--c:#17603a;--cw:#e6f4eb}
*{box-sizing:border-box}
body{margin:0;background:var(--wash);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif}
[data-lang=zh] .en,[data-lang=en] .zh{display:none}
html:not([data-lang]) .zh+.en::before{content:" · "}
html:not([data-lang]) .js{display:none}
.wrap{max-width:1180px;margin:0 auto;padding:0 24px}
header.top{background:#12314f;color:#fff;padding:26px 0 22px}
.top .wrap{display:flex;gap:24px;justify-content:space-between;align-items:flex-start;flex-wrap:wrap}
h1{font-size:26px;line-height:1.25;margin:0 0 6px}
h2{font-size:20px;margin:36px 0 12px}
h3{font-size:16px;margin:0}
.sub{margin:0;color:#d4e0ec}
.lang{display:flex;border:1px solid #7f9bb8;border-radius:6px;overflow:hidden}
.lang button{border:0;background:none;color:#fff;padding:7px 14px;font:inherit;font-size:14px;cursor:pointer}
.lang button[aria-pressed=true]{background:#fff;color:#12314f;font-weight:600}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
.skip{position:absolute;left:-999px;top:0;background:#fff;padding:8px 14px;z-index:9}
.skip:focus{left:8px;top:8px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:12px;margin:-14px 0 0;list-style:none;padding:0}
.tiles li{background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--soft);border-radius:8px;padding:14px 16px}
.tiles strong{display:block;font-size:28px;line-height:1.2}
.tiles .word strong{font-size:19px;line-height:1.4;padding:2px 0}
.tiles .l2{border-top-color:var(--b)}.tiles .l1{border-top-color:#b7791f}.tiles .l0{border-top-color:#2f855a}
.tiles span{color:var(--soft);font-size:14px}
.lead{background:var(--paper);border:1px solid var(--line);border-left:5px solid #12314f;border-radius:6px;padding:14px 18px;margin:18px 0 0;font-size:17px}
.panel{background:var(--paper);border:1px solid var(--line);border-radius:8px;overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:9px 14px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-size:14px;color:var(--soft);background:#f9fafc;white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:600}
th small,td small,.file{font-weight:400;color:var(--soft);font-size:13px}
.cell{display:inline-block;border:1px solid transparent;border-radius:5px;padding:3px 9px;font:inherit;font-size:14px;text-align:left;white-space:nowrap}
button.cell{cursor:pointer}button.cell:hover{border-color:currentColor}
.v2{background:var(--bw);color:var(--b)}.v1{background:var(--pw);color:var(--p)}.v0{background:var(--cw);color:var(--c)}
.none{color:#5a6673}
.note{color:var(--soft);font-size:14px;margin:8px 2px}
.cal{display:grid;grid-template-columns:repeat(auto-fit,minmax(230px,1fr));gap:12px;list-style:none;margin:0;padding:0}
.cal li.phase{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:14px 16px}
.cal .when{font-size:13px;color:var(--soft);margin:2px 0 8px}
.cal ul{margin:6px 0 0;padding-left:18px;font-size:14px}
.cal .by-date{border-top:4px solid var(--b)}.cal .with-switch{border-top:4px solid #6b2fa0}.cal .after{border-top:4px solid #0b57a4}.cal .any-time{border-top:4px solid #2f855a}
.filters{position:sticky;top:0;z-index:2;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:12px 14px;display:flex;flex-wrap:wrap;gap:10px 14px;align-items:end;box-shadow:0 2px 6px #1c243014}
.filters label{display:flex;flex-direction:column;font-size:13px;color:var(--soft);gap:2px}
.filters select,.filters input{font:inherit;font-size:14px;padding:6px 8px;border:1px solid #8793a1;border-radius:5px;background:#fff;color:var(--ink);max-width:220px}
.filters input{width:210px}.filters select,.filters input,.filters button{height:36px}
.filters button{font:inherit;font-size:14px;padding:6px 12px;border:1px solid #8793a1;border-radius:5px;background:#fff;color:var(--ink);cursor:pointer}
.filters output{margin-left:auto;font-weight:600;align-self:center}
.group>h3{margin:24px 0 10px;font-size:17px}
.change{background:var(--paper);border:1px solid var(--line);border-left:5px solid #2f855a;border-radius:6px;padding:12px 16px;margin:0 0 10px;content-visibility:auto;contain-intrinsic-size:auto 170px}
.change.c2{border-left-color:var(--b)}.change.c1{border-left-color:#b7791f}
.change[hidden],.group[hidden]{display:none}
.change h4{margin:0;font-size:16px;line-height:1.45;overflow-wrap:anywhere}
.change h4 .path{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:15px}
.badge{font-size:13px;font-weight:600;border-radius:4px;padding:2px 8px;margin-right:8px;white-space:nowrap}
.do{margin:6px 0 0}
.facts{display:flex;flex-wrap:wrap;gap:4px 18px;margin:8px 0 0;padding:0;font-size:14px;color:var(--soft)}
.facts div{display:flex;gap:6px}.facts dt{color:var(--soft)}.facts dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
abbr{text-decoration:none;border:1px solid var(--line);border-radius:3px;padding:0 5px;margin-right:2px;font-size:13px}
abbr.v2,abbr.v1,abbr.v0{border-color:transparent}
.waived{background:#eef3fb;border:1px solid #b8cbe6;border-radius:5px;padding:6px 10px;margin:8px 0 0;font-size:14px}
details{margin-top:8px}summary{cursor:pointer;color:var(--link);font-size:14px}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin-top:8px}
.sides>div{min-width:0}
.sides pre{margin:4px 0 0;border:1px solid var(--line);border-radius:5px;background:#fafbfc;padding:6px 0;overflow-x:auto;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px;line-height:1.5}
.sides pre>*{display:block;font-weight:400;padding:0 10px;width:max-content;min-width:100%}
.sides pre i{display:inline-block;min-width:34px;margin-right:10px;color:#55606c;font-style:normal;text-align:right;user-select:none}
.sides .was pre>b{background:#fbe3e1}.sides .is pre>b{background:#dcf1e3}
.empty{background:var(--paper);border:1px dashed #8793a1;border-radius:6px;padding:18px;text-align:center}
.legend{margin:14px 0}.legend dt{font-weight:600;margin-top:10px}.legend dt:first-child{margin-top:0}.legend dd{margin:0;color:var(--soft)}
footer{margin:40px 0 28px;font-size:13px;color:var(--soft)}
footer li{overflow-wrap:anywhere}
@media(max-width:800px){.sides{grid-template-columns:1fr}.filters{position:static}.wrap{padding:0 14px}.filters input,.filters select{max-width:100%}}
@media print{
body{background:#fff;font-size:11pt}
.js,.filters,.lang,.skip,summary.more{display:none!important}
header.top{background:#fff;color:#000;border-bottom:2pt solid #000;padding:0 0 8pt}.sub{color:#333}
.tiles{margin-top:10pt}
.change{content-visibility:visible;break-inside:avoid}
.cell,.badge,abbr,.sides pre>b{-webkit-print-color-adjust:exact;print-color-adjust:exact}
h2,h3{break-after:avoid}
.sides pre{white-space:pre-wrap;overflow:visible}.sides pre>*{width:auto}
}`;
