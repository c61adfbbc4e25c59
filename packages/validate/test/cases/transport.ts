import { type Case, co, fta } from "../support/cases.ts";

export const transportCases: readonly Case[] = [
  [
    "TRANSPORT_DETAILS_MISSING",
    co({ transportDetails: undefined }),
    fta("K", { transportDetails: undefined }),
    "transportDetails",
  ],
  ["TRANSPORT_DETAILS_MISSING", fta("G", { transportDetails: "" }), fta("G")],
  [
    "TRANSPORT_DETAILS_WORDING",
    co({ transportDetails: "SHANGHAI - HAMBURG, BY SEA" }),
    co({ transportDetails: "From Shanghai to Hamburg by sea" }),
    "transportDetails",
  ],
  [
    "TRANSPORT_MODE",
    co({ transportMode: "BY AIR" }),
    co({ transportMode: "BY AIR", transportDetails: "FROM SHANGHAI TO HAMBURG BY SEA AND BY AIR" }),
    "transportMode",
  ],
  [
    "VESSEL_MISSING",
    fta("S", { departureDate: "2026-03-01" }),
    fta("S", { departureDate: "2026-03-02" }),
    "vesselVoyage",
  ],
  [
    "VESSEL_MISSING",
    fta("K", { departureDate: "2026-02-28", vesselVoyage: "***" }),
    fta("K", { departureDate: "2026-02-28", vesselVoyage: "STAR V.1" }),
  ],
  ["TRANSPORT_OPEN", fta("K", { transportMode: "***" }), fta("RC", { transportMode: "***" }), "transportMode"],
  [
    "TRANSPORT_OPEN_AFTER",
    fta("N", { transportMode: "***", departureDate: "2026-03-01" }),
    fta("N", { transportMode: "***" }),
  ],
  [
    "TRANSPORT_OPEN_AFTER",
    fta("MU", { transportMode: "***", departureDate: "2026-03-01" }),
    fta("MU", { transportMode: "***" }),
  ],
  ["LOAD_PORT_ABROAD", fta("N", { loadPort: "BUSAN" }), fta("N", { loadPort: "NINGBO" }), "loadPort"],
  ["LOAD_PORT_ABROAD", fta("E", { loadPort: "HONG KONG" }), fta("E", { loadPort: "TAICANG" })],
  [
    "DISCHARGE_PORT_ELSEWHERE",
    fta("S", { dischargePort: "ROTTERDAM" }),
    fta("S", { dischargePort: "SWITZERLAND VIA ROTTERDAM" }),
    "dischargePort",
  ],
  [
    "DISCHARGE_PORT_ELSEWHERE",
    fta("R", { dischargePort: "LOS ANGELES" }),
    fta("S", { destCountryCode: "LI", destCountryEn: "LIECHTENSTEIN", dischargePort: "BASEL, SWITZERLAND" }),
  ],
  ["DESTINATION_PORT_ELSEWHERE", co({ destPort: "ROTTERDAM" }), co({ destPort: "BREMEN" }), "destPort"],
  [
    "TRANSPORT_OPEN_WORDING",
    fta("RC", { transportMode: "Unknown" }),
    fta("RC", { transportMode: "BY AIR" }),
    "transportMode",
  ],
  [
    "TRANSIT_INCOMPLETE",
    co({ transitPort: "SINGAPORE" }),
    co({ transitPort: "SINGAPORE", transitCountryCode: "SG" }),
    "transitCountryCode",
  ],
  [
    "TRANSIT_COUNTRY",
    co({ transitPort: "SINGAPORE", transitCountryCode: "NL" }),
    co({ transitPort: "ROTTERDAM", transitCountryCode: "NLD" }),
    "transitPort",
  ],
];
