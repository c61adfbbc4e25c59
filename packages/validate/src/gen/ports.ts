// @generated from schemas/evidence/ports.csv by scripts/build-data.ts. Do not edit: change the evidence, run the script.

/** Sample ports: English name, UN/LOCODE. Not a full list. */
export const portRows: readonly (readonly [name: string, unlocode: string])[] = [
  ["NINGBO","CNNBO"],
  ["SHANGHAI","CNSHA"],
  ["QINGDAO","CNTAO"],
  ["XIAMEN","CNXMN"],
  ["SHENZHEN","CNSZX"],
  ["GUANGZHOU","CNCAN"],
  ["TIANJIN","CNTSN"],
  ["DALIAN","CNDLC"],
  ["JAKARTA","IDJKT"],
  ["SINGAPORE","SGSIN"],
  ["BUSAN","KRPUS"],
  ["TOKYO","JPTYO"],
  ["OSAKA","JPOSA"],
  ["LOS ANGELES","USLAX"],
  ["LONG BEACH","USLGB"],
  ["NEW YORK","USNYC"],
  ["HAMBURG","DEHAM"],
  ["ROTTERDAM","NLRTM"],
  ["DUBAI","AEDXB"],
  ["HO CHI MINH","VNSGN"],
  ["BANGKOK","THBKK"],
  ["MANILA","PHMNL"],
  ["HAIPHONG","VNHPH"],
];
