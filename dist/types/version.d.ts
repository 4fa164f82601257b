/** The version in reports and `--version`; test/cli holds it equal to package.json's. */
export declare const VERSION = "0.1.0";
