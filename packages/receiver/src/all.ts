export { documents } from "@coo/msg-document";
export { goods } from "@coo/msg-goods";
export { seals } from "@coo/msg-seal";
