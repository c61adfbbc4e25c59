import { type Case, co, coLine, fta, ftaLine, ftaLines } from "../support/cases.ts";
import { general } from "../support/documents.ts";

const text = (description: string) => ({ goodsDescription: description });
const [coGoods] = general().goodsList.goods;
const textLine = {
  itemNo: 2,
  nonGoods: true,
  goodsCnName: "合计",
  goodsEnName: "TOTAL",
  goodsDescription: "SAY TOTAL ...\n***",
  hsCode: null,
  packQty: null,
  packUnit: null,
  quantity: null,
  unit: null,
  unitEn: null,
  amount: null,
};

export const goodsCases: readonly Case[] = [
  ["ITEM_NUMBER_TWICE", ftaLines("K", [{}, { itemNo: 1 }]), ftaLines("K", [{}, {}]), "goodsList.goods[1].itemNo"],
  ["ITEM_NUMBER_GAP", ftaLines("K", [{}, { itemNo: 3 }]), ftaLines("K", [{}, {}]), "goodsList.goods[1].itemNo"],
  [
    "FIRST_LINE_NOT_GOODS",
    co({ goodsList: { goods: [{ ...textLine, itemNo: 1 }] } }),
    co({ goodsList: { goods: [coGoods, textLine] } }),
    "goodsList.goods[0].nonGoods",
  ],
  [
    "TEXT_LINE_WITH_VALUES",
    co({ goodsList: { goods: [coGoods, { ...textLine, amount: "1" }] } }),
    co({ goodsList: { goods: [coGoods, textLine] } }),
    "goodsList.goods[1].amount",
  ],
  [
    "LINE_FIELD_MISSING",
    coLine({ quantity: null }),
    co({ goodsList: { goods: [coGoods, textLine] } }),
    "goodsList.goods[0].quantity",
  ],
  [
    "NET_OVER_GROSS",
    coLine({ netWeight: "3288.51" }),
    coLine({ netWeight: "3288.500" }),
    "goodsList.goods[0].netWeight",
  ],
  [
    "WEIGHT_UNIT_MISSING",
    coLine({ weightUnit: undefined }),
    coLine({ weightUnit: undefined, grossWeight: undefined, netWeight: undefined }),
    "goodsList.goods[0].weightUnit",
  ],
  [
    "GROSS_WEIGHT_MISSING",
    ftaLine("K", { grossWeight: undefined }),
    ftaLine("A", { grossWeight: undefined }),
    "goodsList.goods[0].grossWeight",
  ],
  ["GROSS_WEIGHT_MISSING", ftaLine("X", { grossWeight: undefined }), ftaLine("X", {})],
  ["UNIT_IS_PACKAGE", coLine({ unitEn: "cartons" }), coLine({ unitEn: "DOZENS" }), "goodsList.goods[0].unitEn"],
  [
    "GOODS_NAME_VAGUE",
    coLine({ goodsEnName: "Garment" }),
    coLine({ goodsEnName: "LADIES' COTTON TROUSERS" }),
    "goodsList.goods[0].goodsEnName",
  ],
  ["GOODS_NAME_VAGUE", coLine({ goodsCnName: "配件" }), coLine({ goodsCnName: "自行车配件" })],
  [
    "DESCRIPTION_WITHOUT_NAME",
    coLine(text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF TROUSERS\n***")),
    coLine(text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF ladies'  cotton trousers\n***")),
  ],
  [
    "END_MARK_MISSING",
    coLine(text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS")),
    coLine(text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n\\")),
    "goodsList.goods[0].goodsDescription",
  ],
  [
    "END_MARK_MISSING",
    ftaLine("MU", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS")),
    ftaLine("MU", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS"), {
      specialClause: "*****",
    }),
  ],
  [
    "BLANK_LINE",
    ftaLine("S", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n \n***")),
    ftaLine("S", {}),
    "goodsList.goods[0].goodsDescription",
  ],
  [
    "BLANK_LINE",
    ftaLine("I", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n\n***")),
    ftaLine("K", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n\n***")),
  ],
  [
    "HS_DIGITS_MISSING",
    ftaLine("H", { hsCode: "620462" }),
    ftaLine("RC", { hsCode: "620462" }),
    "goodsList.goods[0].hsCode",
  ],
  ["HS_DIGITS_MISSING", coLine({ hsCode: "62.04" }), ftaLine("B", { hsCode: "6204" })],
  [
    "HS_CODE_IN_TEXT",
    ftaLine(
      "E",
      text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS, H.S. CODE: 6204.63\n***"),
    ),
    ftaLine("E", text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS, HS CODE 620462\n***")),
  ],
  [
    "DESCRIPTION_PHRASE",
    coLine(text("TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS AS PER INVOICE SZ1\n***")),
    coLine({}),
  ],
  [
    "PACKAGES_NOT_IN_WORDS",
    coLine(text("274 CARTONS OF LADIES' COTTON TROUSERS\n***")),
    coLine(text("LADIES' COTTON TROUSERS IN TWO HUNDRED SEVENTY-FOUR (274) CARTONS\n***")),
    "goodsList.goods[0].goodsDescription",
  ],
  [
    "PACKAGES_NOT_IN_WORDS",
    ftaLine("RC", text("(274) CARTONS OF LADIES' COTTON TROUSERS\n***")),
    ftaLine("RC", { ...text("LADIES' COTTON TROUSERS IN BULK\n***"), packUnit: "IN BULK", packType: "2" }),
  ],
  [
    "PACKAGES_WORDS_FIGURES",
    coLine(text("TWO HUNDRED AND SEVENTY FIVE (274) CARTONS OF LADIES' COTTON TROUSERS\n***")),
    coLine(text("TWO HUNDRED SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n***")),
  ],
  [
    "PACKAGES_WORDS_GARBLED",
    coLine(text("FOUR SEVENTY (274) CARTONS OF LADIES' COTTON TROUSERS\n***")),
    coLine(text("ONLY TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\n***")),
  ],
  ["PACKAGES_NUMBER", coLine({ packQty: "275" }), coLine({ packQty: "274.000" })],
  [
    "PACKAGES_NUMBER",
    coLine(text("TWO HUNDRED (200) CARTONS OF LADIES' COTTON TROUSERS\n***")),
    coLine(text("TWO HUNDRED (200) CARTONS AND SEVENTY FOUR (74) BALES OF LADIES' COTTON TROUSERS\n***")),
  ],
  [
    "PACKAGES_TOTAL",
    coLine(
      text(
        "TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\nSAY TOTAL TWO HUNDRED AND SEVENTY FIVE (275) CARTONS ONLY\n***",
      ),
    ),
    coLine(
      text(
        "TWO HUNDRED AND SEVENTY FOUR (274) CARTONS OF LADIES' COTTON TROUSERS\nSAY TOTAL TWO HUNDRED AND SEVENTY FOUR (274) CARTONS ONLY\n***",
      ),
    ),
  ],
  [
    "PACKAGES_TOTAL",
    co({ specialClause: "SAY TOTAL ONE (1) CARTON ONLY" }),
    co({ specialClause: "SAY TOTAL TWO HUNDRED AND SEVENTY FOUR (274) CARTONS ONLY" }),
    "specialClause",
  ],
  ["PACKAGE_WORD", coLine({ packUnit: "BAG" }), coLine({ packUnit: "CARTONS" }), "goodsList.goods[0].packUnit"],
  ["PACKAGES_FRACTION", coLine({ packQty: "274.5" }), coLine({ packQty: "274.0" }), "goodsList.goods[0].packQty"],
  ["PACKAGE_TYPE", coLine({ packType: "2" }), coLine({ packType: "1" }), "goodsList.goods[0].packType"],
  [
    "IN_BULK_MISSING",
    ftaLine("K", { packUnit: "IN BULK", packType: "2" }),
    ftaLine("K", { packUnit: "IN BULK", packType: "2", ...text("LADIES' COTTON TROUSERS IN BULK\n***") }),
  ],
  ["IN_BULK_MISSING", ftaLine("MU", { packUnit: "IN BULK", packType: "2" }), fta("MU")],
];
