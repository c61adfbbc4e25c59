import { pdfAttachment } from "./certificates.ts";
import { pushAnswer, type SampleSet } from "./message-samples.ts";
import type { Fields } from "./node.ts";
import { shunde, suzhou, xiamen } from "./parties.ts";

/** Rice cooker: 48.00 % originating and 22.00 % non-originating material of an ex-works price of 86.00 CNY. */
const exWorksCents = 8600;
type MaterialRow = readonly [name: string, hsCode: string, country: string, costCents: number, supplier: string];
const material = ([name, hsCode, country, costCents, supplier]: MaterialRow, index: number): Fields => ({
  seqNo: String(index + 1),
  materialName: name,
  hsCode,
  originCountryCode: country,
  originating: String(country === "CHN"),
  supplier,
  unitCost: (costCents / 100).toFixed(2),
  share: ((costCents / exWorksCents) * 100).toFixed(2),
});

const cookerMaterials: readonly MaterialRow[] = [
  ["铝合金内胆片", "7606125900", "CHN", 1204, "佛山样例铝业有限公司"],
  ["发热盘", "8516800000", "CHN", 946, "中山示例电热器件厂"],
  ["控制芯片", "8542319091", "JPN", 1032, "样例半导体（深圳）有限公司"],
  ["聚丙烯粒子", "3902100090", "KOR", 860, "SAMPLE CHEMICAL CO., LTD."],
  ["电源线组件", "8544422900", "CHN", 430, "佛山示例线缆有限公司"],
  ["镀锌钢板外壳件", "7326909000", "CHN", 1290, "顺德样例冲压件厂"],
  ["瓦楞纸箱及包装", "4819100000", "CHN", 258, "顺德示例纸品厂"],
];

const riceCooker: Fields = {
  filingId: "GF-20260302-0001",
  sendAudit: "true",
  applyType: "0",
  enterpriseRegNo: shunde.regNo,
  creditCode: shunde.creditCode,
  branchCode: shunde.branchCode,
  hsCode: "8516603000",
  goodsCnName: "电饭锅",
  goodsEnName: "ELECTRIC RICE COOKER",
  model: "SL-FB40A，4L，220V～ 50Hz，800W",
  unit: "台",
  producerName: shunde.cnName,
  producerCreditCode: shunde.creditCode,
  producerContact: "何样例",
  producerTel: shunde.tel,
  producerAddress: shunde.cnAddress,
  currency: "CNY",
  exWorksPrice: "86.00",
  fobPrice: "92.50",
  importedContentPct: "22.00",
  originMaterialPct: "48.00",
  brand: "示例 SHILI",
  preferences: {
    preference: [
      { areaCode: "RC", preferenceType: "RVC", originCriterion: "RVC" },
      { areaCode: "K", preferenceType: "PSR", originCriterion: "PSR" },
    ],
  },
  processes: {
    process: [
      {
        seqNo: "1",
        processName: "外壳注塑",
        place: "佛山顺德",
        description: "聚丙烯粒子经干燥、注塑成型得到外壳与上盖",
      },
      {
        seqNo: "2",
        processName: "内胆冲压与喷涂",
        place: "佛山顺德",
        description: "铝片拉伸、清洗、喷砂、喷涂不粘涂层",
      },
      { seqNo: "3", processName: "控制板贴片与焊接", place: "佛山顺德", description: "SMT 贴片、波峰焊、功能测试" },
      {
        seqNo: "4",
        processName: "总装、老化测试、包装",
        place: "佛山顺德",
        description: "总装后通电老化 ≥ 2 小时，耐压 1500V & 接地 <0.1Ω 检验合格后装箱",
      },
    ],
  },
  materials: { material: cookerMaterials.map(material) },
  attachments: {
    attachment: [
      pdfAttachment("5", "产品成本明细单.pdf", [
        "COST STATEMENT",
        "ELECTRIC RICE COOKER SL-FB40A",
        "EX-WORKS CNY 86.00",
      ]),
      {
        fileType: "6",
        fileName: "原材料采购合同及发票.pdf",
        docFormat: "PDF",
        url: "https://files.example.invalid/gf/20260302/0001-2.pdf",
      },
    ],
  },
};

const tea: Fields = {
  filingId: "GF-20260305-0007",
  sendAudit: "true",
  enterpriseRegNo: xiamen.regNo,
  branchCode: xiamen.branchCode,
  hsCode: "0902109000",
  goodsCnName: "绿茶（每件净重≤3kg）",
  goodsEnName: "GREEN TEA IN PACKINGS OF A CONTENT NOT EXCEEDING 3KG",
  unit: "千克",
  producerName: "安溪样例茶叶专业合作社",
  preferences: { preference: [{ areaCode: "RC", preferenceType: "WO", originCriterion: "WO" }] },
  processes: {
    process: [
      { seqNo: "1", processName: "采摘", place: "福建安溪" },
      { seqNo: "2", processName: "杀青、揉捻、干燥" },
      { seqNo: "3", processName: "精制包装" },
    ],
  },
  materials: {},
};

const filing: Fields = {
  filingId: "GF-20260302-0001",
  goodsFilingNo: "GD441202600000018",
  hsCode: "8516603000",
  goodsCnName: "电饭锅",
  goodsEnName: "ELECTRIC RICE COOKER",
  status: "1",
  auditOpinion: "材料齐全，同意备案。",
  validTo: "2027-03-05",
  updatedAt: "2026-03-06 10:21:33",
  preferences: {
    preference: [
      { areaCode: "RC", originCriterion: "RVC" },
      { areaCode: "K", originCriterion: "PSR" },
    ],
  },
};

export const goodsSamples: SampleSet = {
  ApplyGoodsFilingRequest: {
    timestamp: "20260302100000",
    complete: riceCooker,
    realistic: [
      { name: "rice-cooker-with-materials", body: riceCooker },
      { name: "green-tea-wholly-obtained", body: tea },
      {
        name: "change",
        body: { ...riceCooker, filingId: "GF-20260410-0003", applyType: "1", sendAudit: "false", attachments: {} },
      },
    ],
  },
  ApplyGoodsFilingResponse: {
    timestamp: "20260302100002",
    complete: { filingId: "GF-20260302-0001", goodsFilingNo: "GD441202600000018", filingStatus: "0" },
    realistic: [
      {
        name: "waiting",
        body: { filingId: "GF-20260305-0007", filingStatus: "0" },
        head: { returnMessage: "已受理，待审核" },
      },
      {
        name: "field-error",
        body: { filingId: "GF-20260305-0008" },
        head: { returnCode: "2002", returnMessage: "字段校验失败：materials/material[3]/share 占比合计超过 100%" },
      },
    ],
  },
  PushGoodsFilingAuditResultRequest: {
    timestamp: "20260306102200",
    complete: {
      filingId: "GF-20260302-0001",
      goodsFilingNo: "GD441202600000018",
      enterpriseRegNo: shunde.regNo,
      hsCode: "8516603000",
      auditResult: "1",
      auditOpinion: "材料齐全，同意备案。",
      auditTime: "2026-03-06 10:21:33",
      validTo: "2027-03-05",
      preferences: { preference: [{ areaCode: "RC", originCriterion: "RVC", result: "1" }] },
    },
    realistic: [
      {
        name: "approved-for-one-agreement",
        body: {
          filingId: "GF-20260302-0001",
          goodsFilingNo: "GD441202600000018",
          enterpriseRegNo: shunde.regNo,
          hsCode: "8516603000",
          auditResult: "1",
          auditOpinion: "RCEP 按 RVC 核准；中韩协定所报标准不成立，请补充工序说明后变更备案。",
          auditTime: "2026-03-06 10:21:33",
          validTo: "2027-03-05",
          preferences: {
            preference: [
              { areaCode: "RC", originCriterion: "RVC", result: "1" },
              { areaCode: "K", result: "2" },
            ],
          },
        },
      },
      {
        name: "returned",
        body: {
          filingId: "GF-20260305-0007",
          enterpriseRegNo: xiamen.regNo,
          hsCode: "0902109000",
          auditResult: "2",
          auditOpinion: "1. 请上传茶园承包合同；\n2. 生产企业名称与营业执照不一致；\n3. 工序“杀青”须写明地点。",
          auditTime: "2026-03-06 15:02:48",
        },
      },
    ],
  },
  PushGoodsFilingAuditResultResponse: pushAnswer("20260306102201", {
    code: "3002",
    message: "未找到备案申请 GF-20260302-0001",
  }),
  QueryGoodsFilingRequest: {
    timestamp: "20260306110000",
    complete: {
      filingId: "GF-20260302-0001",
      goodsFilingNo: "GD441202600000018",
      enterpriseRegNo: shunde.regNo,
      hsCode: "8516603000",
      areaCode: "RC",
      status: "1",
      pageNo: "1",
      pageSize: "20",
    },
    minimal: { goodsFilingNo: "GD441202600000018" },
    realistic: [
      {
        name: "approved-of-one-exporter",
        body: { enterpriseRegNo: xiamen.regNo, areaCode: "RC", status: "1", pageNo: "1", pageSize: "100" },
      },
      { name: "by-filing-id", body: { filingId: "备案-2026-甲017" } },
    ],
  },
  QueryGoodsFilingResponse: {
    timestamp: "20260306110001",
    complete: { total: "1", pageNo: "1", pageSize: "20", filings: { filing: [filing] } },
    realistic: [
      {
        name: "three-states",
        body: {
          total: "3",
          pageNo: "1",
          pageSize: "20",
          filings: {
            filing: [
              filing,
              {
                filingId: "GF-20260305-0007",
                hsCode: "0902109000",
                goodsCnName: "绿茶（每件净重≤3kg）",
                goodsEnName: "GREEN TEA IN PACKINGS OF A CONTENT NOT EXCEEDING 3KG",
                status: "2",
                auditOpinion: "请上传茶园承包合同。",
                updatedAt: "2026-03-06 15:02:48",
              },
              { filingId: "GF-20260306-0002", hsCode: "6204620000", goodsCnName: "棉制女式长裤", status: "0" },
            ],
          },
        },
      },
      { name: "none-found", body: { total: "0", filings: {} } },
    ],
  },
  SyncGoodsFilingsRequest: {
    timestamp: "20260307000500",
    complete: {
      enterpriseRegNo: shunde.regNo,
      startTime: "2026-03-06 00:00:00",
      endTime: "2026-03-07 00:00:00",
      pageNo: "1",
      pageSize: "100",
    },
    realistic: [
      {
        name: "one-day-of-all",
        body: { startTime: "2026-03-06 00:00:00", endTime: "2026-03-07 00:00:00", pageNo: "1", pageSize: "200" },
      },
      {
        name: "second-page",
        body: {
          enterpriseRegNo: suzhou.regNo,
          startTime: "2026-02-01 00:00:00",
          endTime: "2026-03-01 00:00:00",
          pageNo: "2",
          pageSize: "50",
        },
      },
    ],
  },
  SyncGoodsFilingsResponse: {
    timestamp: "20260307000501",
    complete: {
      total: "1",
      pageNo: "1",
      pageSize: "100",
      filings: {
        filing: [
          {
            filingId: "GF-20260302-0001",
            goodsFilingNo: "GD441202600000018",
            status: "1",
            updatedAt: "2026-03-06 10:21:33",
            detail: riceCooker,
          },
        ],
      },
    },
    minimal: {
      filings: { filing: [{ filingId: "GF-20260302-0001", status: "1", updatedAt: "2026-03-06 10:21:33" }] },
    },
    realistic: [
      {
        name: "two-filings-one-with-detail",
        body: {
          total: "2",
          pageNo: "1",
          pageSize: "200",
          filings: {
            filing: [
              {
                filingId: "GF-20260302-0001",
                goodsFilingNo: "GD441202600000018",
                status: "1",
                updatedAt: "2026-03-06 10:21:33",
              },
              { filingId: "GF-20260305-0007", status: "2", updatedAt: "2026-03-06 15:02:48", detail: tea },
            ],
          },
        },
      },
      { name: "nothing-changed", body: { total: "0", pageNo: "1", pageSize: "100", filings: {} } },
    ],
  },
};
