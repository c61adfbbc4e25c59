const EXPORTER = ["exporterEnName", "exporterEnAddress", "exporterTel", "exporterFax", "exporterEmail"];
const IMPORTER = [
  "importer",
  "importerEnName",
  "importerEnAddress",
  "importerCountryCode",
  "importerTel",
  "importerFax",
  "importerEmail",
];
const PRODUCER = ["producer", "producerConfidential", "goodsList.goods.producerText"];
const TRANSPORT = [
  "transportMode",
  "vesselVoyage",
  "departureDate",
  "departurePredicted",
  "loadPort",
  "transitPort",
  "transitCountryCode",
  "dischargePort",
  "destPort",
  "transportDetails",
];
const MARKS = ["marks", "markAttachment"];
const PACKAGES = [
  "goodsList.goods.goodsDescription",
  "goodsList.goods.goodsEnName",
  "goodsList.goods.goodsCnName",
  "goodsList.goods.packQty",
  "goodsList.goods.packUnit",
  "goodsList.goods.packType",
  "specialClause",
];
const HS = ["goodsList.goods.hsCode"];
const CRITERION = [
  "goodsList.goods.originCriterion",
  "goodsList.goods.originCriterionSub",
  "goodsList.goods.originCriterionValue",
  "goodsList.goods.importedContentPct",
];
const QUANTITY = [
  "goodsList.goods.quantity",
  "goodsList.goods.unit",
  "goodsList.goods.unitEn",
  "goodsList.goods.secondQuantity",
  "goodsList.goods.secondUnit",
];
const WEIGHT = ["goodsList.goods.grossWeight", "goodsList.goods.netWeight", "goodsList.goods.weightUnit"];
const FOB = ["goodsList.goods.fobValue", "fobValue"];
const VALUE = ["goodsList.goods.amount", "goodsList.goods.unitPrice", "totalAmount"];
const INVOICE = [
  "invoices",
  "invoices.invoice.invoiceNum",
  "invoices.invoice.invoiceDate",
  "goodsList.goods.invoiceNum",
];
const DECLARATION = ["applyAddress", "applyDate"];
const REMARKS = ["remark"];
const FLAGS = ["retroactive", "backToBack", "originCertNo", "exhibition", "thirdPartyInvoice"];

/**
 * Title of a box (as `form-rules.json` writes it) → fields printed in it. A title that is absent holds nothing the
 * applicant sends: it is filled by the office.
 */
export const BOX_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Exporter: EXPORTER,
  Consignee: IMPORTER,
  Importer: IMPORTER,
  "Importer/consignee": IMPORTER,
  Producer: PRODUCER,
  "Means of transport and route": TRANSPORT,
  Transport: TRANSPORT,
  "Transport and route": TRANSPORT,
  "Transport and route (as far as known)": TRANSPORT,
  "Transport details": TRANSPORT,
  "Country/region of destination": ["destCountryCode", "destCountryEn"],
  Marks: MARKS,
  "Marks and numbers": MARKS,
  "Marks, packages, description, HS": [...MARKS, ...PACKAGES, ...HS],
  "Marks; packages; description": [...MARKS, ...PACKAGES],
  "Number and kind of packages; description": PACKAGES,
  "Number and kind of packages; description of goods": PACKAGES,
  "Packages; description": PACKAGES,
  "Packages; description; HS": [...PACKAGES, ...HS],
  "Packages, description, HS code": [...PACKAGES, ...HS],
  "Description; packages": PACKAGES,
  "H.S.Code": HS,
  "HS code": HS,
  "HS code (6-digit)": HS,
  "HS code (importing side)": HS,
  "Tariff item number": HS,
  "Origin criterion": CRITERION,
  "Origin conferring criterion": CRITERION,
  "RCEP country of origin": [
    "goodsList.goods.originCountryCode",
    "goodsList.goods.originCountryEn",
    "goodsList.goods.highestRateFlag",
  ],
  Quantity: QUANTITY,
  "Quantity and unit": QUANTITY,
  "Quantity, and FOB when RVC is used": [...QUANTITY, ...FOB],
  "Gross weight / quantity": [...WEIGHT, ...QUANTITY],
  "Gross weight or quantity": [...WEIGHT, ...QUANTITY],
  "Gross weight, quantity": [...WEIGHT, ...QUANTITY],
  "Gross weight, quantity, FOB": [...WEIGHT, ...QUANTITY, ...FOB],
  "Gross weight / quantity and FOB": [...WEIGHT, ...QUANTITY, ...FOB],
  "Gross/net weight or quantity, FOB when RVC": [...WEIGHT, ...QUANTITY, ...FOB],
  "Gross weight / quantity / invoice": [...WEIGHT, ...QUANTITY, ...INVOICE],
  "Number and date of invoices": INVOICE,
  Invoice: INVOICE,
  "Invoice number and date": INVOICE,
  "Invoice and value": [...INVOICE, ...VALUE],
  "Invoice price, number, date": [...INVOICE, ...VALUE],
  "Invoiced value": VALUE,
  Declaration: DECLARATION,
  "Declaration by exporter or producer": DECLARATION,
  "Declaration by the exporter": DECLARATION,
  "Exporter declaration": DECLARATION,
  Remarks: REMARKS,
  "Item number": ["goodsList.goods.itemNo"],
  "Tick boxes: back-to-back, third-party invoicing, issued retroactively": FLAGS,
  "Ticks: issued retroactively, movement certificate, exhibition, third-party invoicing": FLAGS,
};
