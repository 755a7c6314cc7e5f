package outdial.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/// One resource as written, with the template's Globals already merged in.
///
/// @param where file and logical id, for messages
record Resource(String logicalId, String type, JsonNode properties, String where) {}
