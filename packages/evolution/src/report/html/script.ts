/** What moves on the page: language, filters, printing. It reads attributes and writes no markup. */
export const SCRIPT = `
"use strict";
(function(){
var root=document.documentElement,form=document.getElementById("filters");
function lang(name){
root.setAttribute("data-lang",name);root.lang=name==="zh"?"zh-CN":"en";
document.querySelectorAll(".lang button").forEach(function(b){b.setAttribute("aria-pressed",String(b.value===name))});
document.querySelectorAll("option[data-zh]").forEach(function(o){o.textContent=o.getAttribute("data-"+name)});
}
document.querySelectorAll(".lang button").forEach(function(b){b.addEventListener("click",function(){lang(b.value)})});
lang("zh");
document.querySelectorAll("details.lines").forEach(function(d){
addEventListener("beforeprint",function(){if(!d.open){d.open=true;d.dataset.shut="1"}});
addEventListener("afterprint",function(){if(d.dataset.shut){d.open=false;delete d.dataset.shut}});
});
if(!form)return;
var all=[].map.call(document.querySelectorAll(".change"),function(e){
var d=e.dataset;
return{e:e,ways:d.ways,sent:d.sent,read:d.read,ops:d.ops.split(" "),packages:d.packages.split(" "),id:d.id,text:null};
});
var groups=[].slice.call(document.querySelectorAll(".group")),shown=document.getElementById("shown"),empty=document.getElementById("empty");
function fits(c,f){
if(f.way&&c.ways.indexOf(f.way)<0)return false;
if(f.op&&c.ops.indexOf(f.op)<0)return false;
if(f.pkg&&c.packages.indexOf(f.pkg)<0)return false;
if(f.id&&c.id!==f.id)return false;
if(f.surface||f.letter){
var sides=[];
if(!f.way||f.way==="Q"||f.way==="A")sides.push(c.sent);
if(!f.way||f.way==="R"||f.way==="P")sides.push(c.read);
var at=f.surface?"WTV".indexOf(f.surface):-1;
if(!sides.some(function(s){
var some=at<0?s:s.charAt(at);
if(some===""||some==="-")return false;
return !f.letter||some.indexOf(f.letter)>=0||f.letter==="B"&&some.indexOf("b")>=0;
}))return false;
}
if(f.words.length){
if(c.text===null)c.text=[].map.call(c.e.querySelectorAll("h4,.do,.facts,.waived,.file"),function(p){return p.textContent}).join(" ").toLowerCase();
if(!f.words.every(function(w){return c.text.indexOf(w)>=0}))return false;
}
return true;
}
function apply(){
var v=form.elements,count=0;
var f={way:v.way.value,op:v.op.value,surface:v.surface.value,letter:v.letter.value,pkg:v.pkg?v.pkg.value:"",id:v.id_.value,words:v.text.value.toLowerCase().split(/\\s+/).filter(Boolean)};
all.forEach(function(c){var ok=fits(c,f);c.e.hidden=!ok;if(ok)count++});
groups.forEach(function(g){g.hidden=!g.querySelector(".change:not([hidden])")});
shown.value=count+" / "+all.length;
empty.hidden=count>0;
}
form.addEventListener("input",apply);
form.addEventListener("submit",function(e){e.preventDefault()});
form.addEventListener("reset",function(){setTimeout(apply,0)});
document.querySelectorAll("button[data-op]").forEach(function(b){
b.addEventListener("click",function(){
form.reset();form.elements.op.value=b.dataset.op;form.elements.way.value=b.dataset.way;
setTimeout(function(){apply();var h=document.getElementById("changes");h.scrollIntoView();h.focus({preventScroll:true})},0);
});
});
apply();
})();`;
