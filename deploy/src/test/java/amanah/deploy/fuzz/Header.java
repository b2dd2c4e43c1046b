package amanah.deploy.fuzz;

/** One header field as it is sent, a byte for each character. */
record Header(String name, String value) {}
