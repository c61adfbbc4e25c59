import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about transport. */
export type TransportCode =
  | "TRANSPORT_DETAILS_MISSING"
  | "TRANSPORT_DETAILS_WORDING"
  | "TRANSPORT_MODE"
  | "VESSEL_MISSING"
  | "TRANSPORT_OPEN"
  | "TRANSPORT_OPEN_WORDING"
  | "TRANSPORT_OPEN_AFTER"
  | "LOAD_PORT_ABROAD"
  | "DISCHARGE_PORT_ELSEWHERE"
  | "DESTINATION_PORT_ELSEWHERE"
  | "TRANSIT_INCOMPLETE"
  | "TRANSIT_COUNTRY";

/** Texts of these findings. */
export const transportTexts: Readonly<Record<TransportCode, RuleText>> = {
  TRANSPORT_DETAILS_MISSING: ruleText(
    "form {form} prints a transport text",
    "{form} 证书需填写运输细节",
    "Write FROM … TO … BY ….",
    "请填写 FROM …… TO …… BY ……。",
  ),
  TRANSPORT_DETAILS_WORDING: ruleText(
    "the transport text does not say FROM … TO … BY …",
    "运输细节未按 FROM …… TO …… BY …… 填写",
    "Name the place of loading, the destination (VIA transit) and the means.",
    "请写明启运地、目的地（及中转）和运输方式。",
  ),
  TRANSPORT_MODE: ruleText(
    "the transport mode is {mode}, the transport text says {found}",
    "运输方式为 {mode}，运输细节中为 {found}",
    "Make both agree.",
    "请使两者一致。",
  ),
  VESSEL_MISSING: ruleText(
    "the goods have left, so the vessel or flight is needed",
    "货物已出运，应填写船名航次或航班",
    "Give vessel and voyage, flight, train or vehicle number.",
    "请填写船名航次、航班、车次或车牌号。",
  ),
  TRANSPORT_OPEN: ruleText(
    "form {form} is not known to take *** for the transport",
    "未见 {form} 证书允许以 *** 表示运输方式",
    "Give the mode, e.g. BY SEA.",
    "请填写运输方式，例如 BY SEA。",
  ),
  TRANSPORT_OPEN_WORDING: ruleText(
    '"{value}" is not how an unknown transport is written',
    "“{value}”不是未知运输方式的写法",
    "Write ***, or BY SEA / BY AIR.",
    "请填写 ***，或 BY SEA / BY AIR。",
  ),
  TRANSPORT_OPEN_AFTER: ruleText(
    "*** stands for a transport not known yet, but the goods have left",
    "*** 表示运输方式未知，但货物已出运",
    "Give mode and vessel.",
    "请填写运输方式和船名航次。",
  ),
  LOAD_PORT_ABROAD: ruleText(
    '"{port}" is not in the mainland of China',
    "“{port}”不在中国大陆",
    "The place of loading is in the mainland; a foreign port is a transit port.",
    "启运港应位于中国大陆；境外港口为转运港。",
  ),
  DISCHARGE_PORT_ELSEWHERE: ruleText(
    '"{port}" is not in {country}',
    "“{port}”不在{countryZh}",
    "The port of discharge is in the partner country; others are transit ports.",
    "卸货港应位于进口方；其他港口为转运港。",
  ),
  DESTINATION_PORT_ELSEWHERE: ruleText(
    '"{port}" is not in {country}, the destination',
    "“{port}”不在目的国{countryZh}",
    "Correct the port or the destination.",
    "请更正目的港或目的国。",
  ),
  TRANSIT_INCOMPLETE: ruleText(
    "a transit port is given without its country",
    "填写了转运港但未填写中转国",
    "Give the transit country.",
    "请填写中转国。",
  ),
  TRANSIT_COUNTRY: ruleText(
    '"{port}" is not in the transit country {country}',
    "“{port}”不在中转国{countryZh}",
    "Make both agree.",
    "请使两者一致。",
  ),
};
