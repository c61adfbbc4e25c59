import { testMistakes } from "./explain-cases.ts";

testMistakes(0, 2);
