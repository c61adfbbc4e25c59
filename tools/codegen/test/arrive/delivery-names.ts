/**
 * What three made-up deliveries call things, written by hand: by somebody who never saw our names or the matcher's words.
 * Our element | code and wording of `axis` | name and wording of `cxf` | name of `dotnet`, which documents no fields.
 * `-` where a delivery does not have the element.
 */
const TABLE = `
provinceCode|SFDM 省份代码|province 所在省|Province
branchCode|FZJGDM 分支机构代码|officeCode 签证机构代码|BranchNo
branchName|FZJGMC 分支机构名称|officeName 签证机构名称|BranchTitle
branchEnName|FZJGYWMC 分支机构英文名称|officeNameEn 英文名|BranchTitleEn
updatedAfter|GXSJQ 更新起始时间|changedSince 该时间之后有变化|UpdatedSince
updatedAt|GXSJ 更新时间|lastModified 最后修改时间|ModifyTime
pageNo|YM 页码|pageIndex 页号|PageIndex
pageSize|MYTS 每页条数|rowsPerPage 每页行数|PageSize
total|ZS 总条数|totalRows 总行数|TotalCount
parentCode|SJDM 上级机构代码|- |ParentNo
address|DZ 地址|postalAddress 地址|Address
telephone|DH 电话|phone 电话|Phone
signPlaceEn|QZDD 签证地点英文|issuePlace 签证地点|SignPlace
supportedDocTypes|KQZSLX 可签证书种类|- |SupportTypes
selfPrintDocTypes|ZZDYLX 自主打印种类|selfPrintForms 可自助打印的证书|-
status|ZT 状态|state 状态|State
branches|FZJGLB 分支机构列表|offices 签证机构|BranchList
branch|FZJG 分支机构|office 签证机构|BranchInfo
enterpriseRegNo|QYZCH 企业注册号|companyRegNo 公司注册编号|EntRegNo
creditCode|TYXYDM 统一社会信用代码|uscc 统一社会信用代码|CreditNo
enterpriseCnName|QYZWMC 企业中文名称|companyNameCn 公司中文名|EntNameCn
enterpriseEnName|QYYWMC 企业英文名称|companyNameEn 公司英文名|EntNameEn
registered|SFZC 是否已注册|isRegistered 是否已登记|IsRegistered
regStatus|ZCZT 注册状态|registrationState 登记状态|RegState
mismatch|BYZX 不一致的项目|differences 不一致的字段|DiffFields
signerId|SQYBH 手签员编号|signatoryId 签字人编号|SignerNo
signerName|SQYXM 手签员姓名|signatoryName 签字人姓名|SignerName
signStatus|QMZT 签名状态|signatureState 签字状态|SignState
isDefault|SFMR 是否默认|- |IsDefault
signers|SQYLB 手签员列表|signatories 签字人|SignerList
signer|SQY 手签员|signatory 签字人|SignerItem
sealId|YZBH 印章编号|stampId 公章编号|SealNo
sealType|YZLX 印章类型|stampKind 公章类别|SealType
sealStatus|YZZT 印章状态|stampState 公章状态|SealState
seals|YZLB 印章列表|stamps 公章|SealList
seal|YZ 印章|stamp 公章|SealItem
cnAddress|ZWDZ 中文地址|addressCn 中文地址|AddressCn
enAddress|YWDZ 英文地址|addressEn 英文地址|AddressEn
customsCode|HGDM 海关代码|customsNo 海关注册编码|CustomsNo
enterpriseType|QYLX 企业类型|companyType 公司类型|EntType
legalPerson|FRDB 法人代表|legalRepresentative 法定代表人|LegalMan
contactName|LXR 联系人|contactPerson 联系人|LinkMan
contactTel|LXDH 联系电话|contactPhone 联系电话|LinkTel
email|DZYX 电子邮箱|mail 电子邮件|Email
filingStatus|BAZT 备案状态|recordState 备案状态|RecordState
validTo|YXQZ 有效期止|validUntil 有效期至|ValidDate
enterprise|QYXX 企业信息|company 公司资料|EntInfo
invoiceNum|FPHM 发票号码|invoiceNo 发票编号|InvNo
invoiceDate|FPRQ 发票日期|invoicedOn 发票日期|InvDate
contractNum|HTH 合同号|contractNo 合同编号|ContractNo
creditNum|XYZH 信用证号|lcNo 信用证编号|LCNo
totalAmount|ZJE 总金额|totalValue 总金额|TotalAmt
currency|BZ 币种|currencyCode 币种|Curr
priceTerms|JGTK 价格条款|incoterms 贸易术语|PriceTerm
specialTerms|TSTK 特殊条款|- |SpecialTerm
invoices|FPLB 发票列表|invoices 发票|InvoiceList
invoice|FP 发票|invoice 发票|InvoiceItem
itemNo|SPXH 商品序号|lineNo 行号|ItemNo
nonGoods|SFFHW 是否非货物|- |NotGoods
hsCode|HSBM HS编码|hsNumber HS编码|HSCode
goodsCnName|ZWPM 中文品名|descriptionCn 货物中文名称|GoodsNameCn
goodsEnName|YWPM 英文品名|descriptionEn 货物英文名称|GoodsNameEn
goodsDescription|HWMS 货物描述|boxText 货物描述栏文字|GoodsDesc
packQty|BZJS 包装件数|packages 件数|PackCount
packUnit|BZDW 包装单位|packageUnit 包装单位|PackUnit
packType|BZFS 包装方式|packageKind 包装类型|PackType
quantity|SL 数量|quantity 数量|Qty
unit|JLDW 计量单位|uom 计量单位|Unit
unitEn|JLDWYW 计量单位英文|uomEn 计量单位英文|UnitEn
secondQuantity|DESL 第二数量|- |Qty2
secondUnit|DEDW 第二单位|- |Unit2
grossWeight|MZ 毛重|grossWt 毛重|GrossWt
netWeight|JZ 净重|netWt 净重|NetWt
weightUnit|ZLDW 重量单位|wtUnit 重量单位|WtUnit
unitPrice|DJ 单价|pricePerUnit 单价|Price
amount|JE 金额|lineValue 金额|Amt
fobValue|FOBZ FOB值|fobAmount FOB价值|FobValue
producerName|SCQYMC 生产企业名称|manufacturerName 制造商名称|ProducerName
producerCreditCode|SCQYXYDM 生产企业信用代码|manufacturerUscc 制造商信用代码|ProducerCreditNo
producerTel|SCQYDH 生产企业电话|manufacturerPhone 制造商电话|ProducerTel
goodsFilingNo|SPBAH 商品备案号|productRecordNo 产品备案编号|GoodsRecordNo
originCriterion|YCDBZ 原产地标准|originRule 原产标准|OriginRule
originCriterionSub|YCDZBZ 原产地子标准|- |OriginRuleSub
originCriterionValue|BZFZX 标准辅助项|originRuleValue 标准辅助值|OriginRuleVal
importedContentPct|JKCFBL 进口成分比例|importedShare 进口成分比例|ImportRate
originCountryCode|YCGDM 原产国代码|originCountry 原产国|OriginCountry
originCountryEn|YCGYW 原产国英文|originCountryName 原产国英文名|OriginCountryEn
highestRateFlag|ZGSLBZ 最高税率标志|highestDutyFlag 最高税率标识|TopRateFlag
producerText|SCSMS 生产商描述|manufacturerText 制造商描述|ProducerDesc
goodsList|SPLB 商品列表|lines 货物|GoodsList
goods|SP 商品|line 货物|GoodsItem
oldCertNo|YZSH 原证书号|previousCoNo 原证书编号|OldCertNo
changeReason|GGYY 更改原因|reason 更改原因|ChangeReason
changedBoxes|GGLM 更改栏目|changedFields 更改的栏目|ChangeBox
beforeText|YYQK 原有情况|before 更改前|BeforeChange
afterText|GGQK 更改情况|after 更改后|AfterChange
oldApplyDate|YZSQRQ 原证申请日期|- |OldApplyDate
oldIssueDate|YZQFRQ 原证签发日期|previousIssueDate 原证签发日期|OldIssueDate
change|GGXX 更改信息|amendment 更改内容|ChangeInfo
docId|DZBH 单证编号|coId 证书流水编号|DocId
sendAudit|SFSS 是否送审|submitForReview 是否送审|IsSend
docType|DZLX 单证类型|formType 证书种类|DocType
subDocType|DZZLX 单证子类型|- |SubType
applyType|SQLX 申请类型|applicationType 申请类别|ApplyType
fetchBranchCode|LZJGDM 领证机构代码|collectOffice 领证机构|GetBranchNo
certNo|ZSH 证书号|coNo 证书编号|CertNo
exporterEnName|CKSYWMC 出口商英文名称|exporterName 出口商英文名|ExporterName
exporterEnAddress|CKSYWDZ 出口商英文地址|exporterAddress 出口商英文地址|ExporterAddr
exporterTel|CKSDH 出口商电话|exporterPhone 出口商电话|ExporterTel
exporterFax|CKSCZ 出口商传真|- |ExporterFax
exporterEmail|CKSYX 出口商邮箱|exporterMail 出口商邮箱|-
importer|JKS 进口商|consigneeText 收货人栏文字|Importer
importerEnName|JKSYWMC 进口商英文名称|consigneeName 收货人英文名|ImporterName
importerEnAddress|JKSYWDZ 进口商英文地址|consigneeAddress 收货人英文地址|ImporterAddr
importerCountryCode|JKSGB 进口商国别|consigneeCountry 收货人国家|ImporterCountry
importerTel|JKSDH 进口商电话|consigneePhone 收货人电话|ImporterTel
importerFax|JKSCZ 进口商传真|- |-
importerEmail|JKSYX 进口商邮箱|- |ImporterEmail
middleman|ZJS 中间商|intermediary 中间商|Middleman
showMiddleman|SFXSZJS 是否显示中间商|printIntermediary 是否显示中间商|ShowMiddleman
producer|SCS 生产商|manufacturer 制造商|Producer
applyAddress|SQDD 申请地点|applicationPlace 申请地点|ApplyPlace
applyDate|SQRQ 申请日期|appliedOn 申请日期|ApplyDate
tradeModeCode|MYFS 贸易方式|tradeMode 贸易方式|TradeMode
payTime|FKSJ 付款时间|- |PayTime
payModeCode|FKFS 付款方式|paymentMode 付款方式|PayMode
transportMode|YSFS 运输方式|transportMode 运输方式|TransMode
vesselVoyage|CMHC 船名航次|vessel 船名航次|Vessel
departureDate|CYRQ 出运日期|shippedOn 出运日期|ShipDate
departurePredicted|SFYJLG 是否预计离港|- |IsPredict
loadPort|QYG 启运港|portOfLoading 启运港|LoadPort
transitPort|ZZG 中转港|portOfTransit 中转港|TransitPort
transitCountryCode|ZZG2 中转国|- |TransitCountry
dischargePort|XHG 卸货港|portOfDischarge 卸货港|UnloadPort
destPort|MDG 目的港|destinationPort 目的港|DestPort
destCountryCode|MDGDM 目的国代码|destinationCountry 目的国|DestCountry
destCountryEn|MDGYW 目的国英文|destinationCountryName 目的国英文名|DestCountryEn
transportDetails|YSXQ 运输详情|transportText 运输细节|TransDetail
marks|MT 唛头|shippingMarks 唛头|Marks
markAttachment|SFTXMT 是否图形唛头|- |IsMarkFile
specialClause|TSTK2 证书特殊条款|specialText 特殊条款栏|SpecialClause
remark|BZXX 备注信息|remarks 证书备注|Remark
applyNote|SQSBZ 申请书备注|applicationNote 申请书备注|ApplyMemo
exportDeclarationDate|BGRQ 报关日期|- |DeclDate
declarationNos|BGDH 报关单号|customsDeclarations 报关单号|DeclNos
agreementCode|XDDM 协定代码|agreement 适用协定|FTACode
producerConfidential|SCSBM 生产商是否保密|manufacturerHidden 制造商保密|-
thirdPartyInvoice|DSFFP 第三方发票|invoicedByThirdParty 第三方发票|IsThirdInv
exhibition|SFZL 是否展览|- |IsExhibit
backToBack|BDB 背对背|backToBack 背对背|IsB2B
originCertNo|DYFZSH 第一方证书号|- |FirstCertNo
retroactive|SFBF 是否补发|issuedRetroactively 是否补发|IsRetro
seqNo|XH 序号|sequence 序号|SeqNo
name|MC 名称|name 名称|Name
countryCode|GBDM 国别代码|country 国家|CountryNo
countryEn|GBYW 国别英文|countryName 国家英文名|CountryEn
nonParties|FDYFLB 非缔约方列表|thirdParties 非缔约方公司|NonPartyList
nonParty|FDYF 非缔约方|thirdParty 非缔约方公司|NonPartyItem
docStatus|DZZT 单证状态|coState 证书状态|DocState
receiveTime|JSSJ 接收时间|receivedAt 接收时间|ReceiveTime
field|ZD 字段|fieldName 字段|Field
code|CWDM 错误代码|errorCode 错误码|ErrCode
message|CWXX 错误信息|text 错误说明|ErrMsg
errors|CWLB 错误列表|problems 错误|ErrorList
error|CW 错误|problem 错误|ErrorItem
serialNo|YSH 印刷号|paperNo 印刷流水号|PrintSN
auditResult|SHJG 审核结果|reviewResult 审批结论|AuditResult
auditOpinion|SHYJ 审核意见|reviewOpinion 审批意见|AuditRemark
auditTime|SHSJ 审核时间|reviewedAt 审批时间|AuditTime
auditor|SHR 审核人|reviewer 审批人|AuditMan
issueDate|QFRQ 签发日期|issuedOn 签发日期|IssueDate
withDetail|SFFHMX 是否返回明细|includeApplication 是否带申请内容|NeedDetail
printStatus|DYZT 打印状态|printState 打印状态|PrintState
detail|MX 明细|application 申请内容|Detail
draft|CG 草稿|application 申请内容|Draft
general|YBCDZ 一般产地证|ordinary 普通产地证|GeneralCO
preferential|YHCDZ 优惠产地证|fta 优惠产地证|FTACO
document|DZ 单证|co 证书|DocInfo
documents|DZLB 单证列表|cos 证书|DocList
startTime|KSSJ 开始时间|from 起始时间|BeginTime
endTime|JSSJ 结束时间|until 截止时间|EndTime
printMode|DYFS 打印方式|printMode 打印方式|PrintMode
copyType|LC 联次|- |CopyType
printerModel|DYJXH 打印机型号|printer 打印机型号|-
fileName|WJM 文件名|fileName 文件名|FileName
fileType|WJLX 文件类型|mediaType 文件类型|FileType
docFormat|WJGS 文件格式|- |FileFormat
content|WJNR 文件内容|bytes 文件内容|FileData
url|WJDZ 文件地址|location 下载地址|FileUrl
printCount|DYCS 打印次数|printedCopies 打印份数|PrintTimes
printTime|DYSJ 打印时间|printedAt 打印时间|PrintTime
pageCount|YS 页数|pages 页数|PageCount
areaCode|YHQY 优惠区域|region 优惠区域|AreaNo
preferenceType|YHLX 优惠类型|schemeType 优惠类型|PrefType
preferences|YHLB 优惠列表|schemes 适用的优惠|PrefList
preference|YH 优惠|scheme 优惠|PrefItem
processName|GXMC 工序名称|stepName 工序名称|ProcName
place|JGDD 加工地点|place 加工地点|ProcPlace
description|SM 说明|description 说明|ProcDesc
processes|GXLB 工序列表|steps 生产工序|ProcList
process|GX 工序|step 生产工序|ProcItem
materialName|YCLMC 原材料名称|materialName 原料名称|MatName
originating|SFYC 是否原产|isOriginating 是否原产|IsOrigin
supplier|GYS 供应商|supplier 供应商|Supplier
unitCost|DWCB 单位成本|costPerUnit 单位成本|UnitCost
share|ZB 占比|share 占比|Rate
materials|YCLLB 原材料列表|materials 原料|MatList
material|YCL 原材料|material 原料|MatItem
filingId|BASQBH 备案申请编号|recordId 备案流水编号|RecordId
model|GGXH 规格型号|model 规格型号|Model
producerContact|SCQYLXR 生产企业联系人|manufacturerContact 制造商联系人|ProducerLinkMan
producerAddress|SCDZ 生产地址|manufacturerAddress 制造地址|ProducerAddr
exWorksPrice|CCJ 出厂价|exWorks 出厂价|ExwPrice
fobPrice|FOBJ FOB价|fobPrice FOB价|FobPrice
originMaterialPct|YCCLZB 原产材料占比|originatingShare 原产材料占比|OriginRate
brand|PP 品牌|- |Brand
attachments|FJLB 附件列表|files 附件|FileList
attachment|FJ 附件|file 附件|FileItem
result|JG 结果|result 结果|Result
filings|SPBALB 商品备案列表|records 产品备案|RecordList
filing|SPBA 商品备案|record 产品备案|RecordItem
imageFormat|TPGS 图片格式|imageType 图片格式|ImgType
image|TP 图片|image 图片|ImgData
idType|ZJLX 证件类型|- |IdType
idNo|ZJHM 证件号码|identityNo 证件号码|IdNo
mobile|SJ 手机|mobile 手机号|Mobile
sealApplyId|YZSQBH 印章申请编号|stampApplicationId 公章申请编号|SealApplyId
kind|LB 类别|kind 类别|Kind
items|YZQMLB 印章签名列表|entries 公章与签字|ResultList
item|YZQM 印章签名|entry 公章或签字|ResultItem
`;

/** Names of types, in the same columns. */
const TYPES = `
Attachment|FJLX|FileDto|Attach
AttachmentList|FJLBLX|FileList|ArrayOfAttach
FieldError|CWLX|ProblemDto|ErrInfo
FieldErrorList|CWLBLX|ProblemList|ArrayOfErrInfo
QueryBranchesRequest|FZJGCX_QQ|OfficeSearch|BranchQuery
Branch|FZJGLX|OfficeDto|Branch
BranchList|FZJGLBLX|OfficeList|ArrayOfBranch
QueryBranchesResponse|FZJGCX_YD|OfficeSearchReply|BranchResult
VerifyEnterpriseRegistrationRequest|QYZCXY_QQ|CompanyCheck|RegisterQuery
VerifyEnterpriseRegistrationResponse|QYZCXY_YD|CompanyCheckReply|RegisterResult
SyncEnterpriseFilingRequest|QYBATB_QQ|CompanyPull|EntRecordQuery
EnterpriseSigner|QYSQYLX|CompanySignatory|EntSigner
EnterpriseSignerList|QYSQYLBLX|CompanySignatoryList|ArrayOfEntSigner
EnterpriseSeal|QYYZLX|CompanyStamp|EntSeal
EnterpriseSealList|QYYZLBLX|CompanyStampList|ArrayOfEntSeal
Enterprise|QYXXLX|CompanyDto|Enterprise
SyncEnterpriseFilingResponse|QYBATB_YD|CompanyPullReply|EntRecordResult
Invoice|FPLX|InvoiceDto|Inv
InvoiceList|FPLBLX|InvoiceList|ArrayOfInv
GeneralGoods|YBSPLX|GoodsLine|COGoods
GeneralGoodsList|YBSPLBLX|GoodsLineList|ArrayOfCOGoods
CertificateChange|GGXXLX|AmendmentDto|COChange
ApplyGeneralCertificateRequest|YBCDZSQ_QQ|OrdinaryCoApplication|GeneralCOInfo
ApplyGeneralCertificateResponse|YBCDZSQ_YD|OrdinaryCoReply|COReply
NonParty|FDYFLX|ThirdPartyDto|NonPty
NonPartyList|FDYFLBLX|ThirdPartyList|ArrayOfNonPty
PreferentialGoods|YHSPLX|FtaGoodsLine|FTAGoods
PreferentialGoodsList|YHSPLBLX|FtaGoodsLineList|ArrayOfFTAGoods
ApplyPreferentialCertificateRequest|YHCDZSQ_QQ|FtaCoApplication|FTACOInfo
ApplyPreferentialCertificateResponse|YHCDZSQ_YD|FtaCoReply|FTAReply
PushDocumentAuditResultRequest|DZSHJGTS_QQ|CoReviewNotice|AuditInfo
PushDocumentAuditResultResponse|DZSHJGTS_YD|CoReviewAck|AuditAck
CertificateApplication|CDZSQNR|AnyCoApplication|COContent
QueryDocumentRequest|DZCX_QQ|CoSearch|DocQuery
DocumentRecord|DZJLLX|CoDto|Doc
QueryDocumentResponse|DZCX_YD|CoSearchReply|DocResult
SyncDocumentsRequest|DZTB_QQ|CoPull|DocSyncQuery
SyncedDocument|DZTBLX|PulledCo|SyncDoc
SyncedDocumentList|DZTBLBLX|PulledCoList|ArrayOfSyncDoc
SyncDocumentsResponse|DZTB_YD|CoPullReply|DocSyncResult
PrintDocumentRequest|DZDY_QQ|CoPrintOrder|DocPrintQuery
PrintDocumentResponse|DZDY_YD|CoPrintReply|DocPrintResult
PreviewDocumentRequest|DZYL_QQ|CoPreviewOrder|DocPreviewQuery
PreviewDocumentResponse|DZYL_YD|CoPreviewReply|DocPreviewResult
PushDocumentPrintStatusRequest|DZDYZTTS_QQ|CoPrintNotice|PrintInfo
PushDocumentPrintStatusResponse|DZDYZTTS_YD|CoPrintAck|PrintAck
AppliedPreference|SQYHLX|SchemeDto|ApplyPref
AppliedPreferenceList|SQYHLBLX|SchemeList|ArrayOfApplyPref
ProductionProcess|SCGXLX|StepDto|Proc
ProductionProcessList|SCGXLBLX|StepList|ArrayOfProc
Material|YCLLX|MaterialDto|Mat
MaterialList|YCLLBLX|MaterialList|ArrayOfMat
ApplyGoodsFilingRequest|SPBASQ_QQ|ProductDeclaration|GoodsRecordInfo
ApplyGoodsFilingResponse|SPBASQ_YD|ProductDeclarationReply|GoodsRecordReply
AuditedPreference|SHYHLX|ReviewedScheme|AuditPref
AuditedPreferenceList|SHYHLBLX|ReviewedSchemeList|ArrayOfAuditPref
PushGoodsFilingAuditResultRequest|SPBASHJGTS_QQ|ProductReviewNotice|GoodsAuditInfo
PushGoodsFilingAuditResultResponse|SPBASHJGTS_YD|ProductReviewAck|GoodsAuditAck
QueryGoodsFilingRequest|SPBACX_QQ|ProductSearch|GoodsRecordQuery
FiledPreference|BAYHLX|RecordedScheme|RecordPref
FiledPreferenceList|BAYHLBLX|RecordedSchemeList|ArrayOfRecordPref
GoodsFiling|SPBALX|ProductRecord|GoodsRecord
GoodsFilingList|SPBALBLX|ProductRecordList|ArrayOfGoodsRecord
QueryGoodsFilingResponse|SPBACX_YD|ProductSearchReply|GoodsRecordResult
SyncGoodsFilingsRequest|SPBATB_QQ|ProductPull|GoodsSyncQuery
SyncedGoodsFiling|SPBATBLX|PulledProduct|SyncGoods
SyncedGoodsFilingList|SPBATBLBLX|PulledProductList|ArrayOfSyncGoods
SyncGoodsFilingsResponse|SPBATB_YD|ProductPullReply|GoodsSyncResult
SealImage|YZTPLX|StampImage|SealImg
SealImageList|YZTPLBLX|StampImageList|ArrayOfSealImg
SignerSignature|SQYQMLX|SignatoryImage|SignImg
SignerSignatureList|SQYQMLBLX|SignatoryImageList|ArrayOfSignImg
SealAttachment|YZFJLX|StampFile|SealAttach
SealAttachmentList|YZFJLBLX|StampFileList|ArrayOfSealAttach
ApplySealSignatureRequest|YZQMSQ_QQ|StampApplication|SealApplyInfo
ApplySealSignatureResponse|YZQMSQ_YD|StampApplicationReply|SealApplyReply
PushSealSignatureAuditResultRequest|YZQMSHJGTS_QQ|StampReviewNotice|SealAuditInfo
PushSealSignatureAuditResultResponse|YZQMSHJGTS_YD|StampReviewAck|SealAuditAck
QuerySealSignatureRequest|YZQMCX_QQ|StampSearch|SealQuery
SealSignatureItem|YZQMXLX|StampEntry|SealResult
SealSignatureItemList|YZQMXLBLX|StampEntryList|ArrayOfSealResult
QuerySealSignatureResponse|YZQMCX_YD|StampSearchReply|SealQueryResult
`;

/** Interfaces by number: operation and documentation of `axis` | of `cxf` | service, operation and description of `dotnet`. */
const OPERATIONS = `
1|fzjgCx 分支机构查询|listIssuingOffices 查询各地签证机构|BranchService GetBranchList 机构列表
2|qyZcXy 企业注册校验|checkCompany 核对公司是否已登记|RegisterCheckService CheckRegister 校验企业注册信息
3|qyBaTb 企业备案同步|pullCompanyProfile 下载公司备案资料|EntRecordService SyncEntRecord 同步企业备案
4|cdzSq 产地证申请|createOrdinaryCo 普通产地证申报|GeneralCOService SubmitCO 普通产地证提交
5|yhCdzSq 优惠产地证申请|createFtaCo 优惠产地证申报|FTACOService SubmitFTACO 优惠产地证提交
6|spBaSq 商品备案申请|declareProduct -|GoodsRecordService SubmitGoodsRecord 商品备案提交
7|dzShJgTs 单证审核结果推送|onCoReviewed 证书审批结论通知|AuditNotifyService ReceiveAuditResult 接收审核结果
8|spBaShJgTs 商品备案审核结果推送|onProductReviewed 产品备案审批结论通知|GoodsAuditNotifyService ReceiveGoodsAudit 接收商品备案审核结果
9|dzCx 单证查询|getCo 查询证书|DocQueryService GetDoc 单证查询
10|spBaCx 商品备案查询|getProductRecords 查询产品备案|GoodsQueryService GetGoodsRecord 商品备案查询
11|dzTb 单证同步|pullCos 按时间段下载证书|DocSyncService SyncDoc -
12|spBaTb 商品备案同步|pullProductRecords 按时间段下载产品备案|GoodsSyncService SyncGoods 同步商品备案
13|dzDy 单证打印|printCo 打印证书|DocPrintService PrintDoc -
14|dzYl 单证预览|previewCo 证书样张预览|DocPreviewService Preview 单证预览
15|dzDyZtTs 单证打印状态推送|onCoPrinted 证书打印进度通知|PrintNotifyService ReceivePrintState 接收打印状态
16|yzQmSq 印章签名申请|submitStamps 公章与签字样式报送|SealService SubmitSeal 印章签名提交
17|yzQmShJgTs 印章签名审核结果推送|onStampsReviewed 公章与签字审批结论通知|SealNotifyService ReceiveSealAudit 接收印章签名审核结果
18|yzQmCx 印章签名查询|getStamps -|SealQueryService GetSealList -
`;

/** The three, in the order of the columns. */
export const KINDS = ["axis", "cxf", "dotnet"] as const;
export type Kind = (typeof KINDS)[number];

/** A name with what is said of it. */
export interface Named {
  readonly name: string;
  readonly zh: string;
}

const rows = (table: string): string[][] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split("|"));

const named = (text: string): Named => {
  const [name = "", zh = ""] = text.trim().split(" ");
  return { name, zh };
};

/** What a delivery calls our element; `null` when it does not have it. */
export function elementName(kind: Kind, ours: string): Named | null {
  const row = rows(TABLE).find(([first]) => first === ours);
  if (!row) throw new Error(`no name for ${ours}`);
  const found = named(row[KINDS.indexOf(kind) + 1] ?? "");
  return found.name === "-" ? null : found;
}

/** What a delivery calls our type. */
export function typeName(kind: Kind, ours: string): string {
  const row = rows(TYPES).find(([first]) => first === ours);
  if (!row) throw new Error(`no name for type ${ours}`);
  return row[KINDS.indexOf(kind) + 1] as string;
}

/** What a delivery calls an interface. */
export function operationName(kind: Kind, no: number): Named & { readonly service: string } {
  const row = rows(OPERATIONS).find(([first]) => first === String(no)) as string[];
  const text = (row[KINDS.indexOf(kind) + 1] ?? "").trim().split(" ");
  const [service = "", name = "", zh = ""] = kind === "dotnet" ? text : ["", ...text];
  return { service, name, zh: zh === "-" ? "" : zh };
}
