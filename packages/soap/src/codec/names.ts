/** Namespaces the codec knows. */
export const XSI_NS = "http://www.w3.org/2001/XMLSchema-instance";
export const XSD_NS = "http://www.w3.org/2001/XMLSchema";
export const XML_NS = "http://www.w3.org/XML/1998/namespace";
export const ENC11_NS = "http://schemas.xmlsoap.org/soap/encoding/";
export const ENC12_NS = "http://www.w3.org/2003/05/soap-encoding";
export const XOP_NS = "http://www.w3.org/2004/08/xop/include";
