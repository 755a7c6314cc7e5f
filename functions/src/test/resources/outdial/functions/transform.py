"""Runs AWS's SAM transform on template.yaml, given as the only argument; ends with 3 where the transform is not installed."""

import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
try:
    from samtranslator.translator.transform import transform
    from samtranslator.yaml_helper import yaml_parse
except ImportError:
    sys.exit(3)


class NoManagedPolicies:
    """The transform asks for these to make roles; every function of the template brings its own."""

    def load(self):
        return {}


with open(sys.argv[1]) as template:
    parsed = yaml_parse(template.read())
for resource in parsed["Resources"].values():
    if "CodeUri" in resource["Properties"]:
        resource["Properties"]["CodeUri"] = "s3://as-packaged/functions.zip"
transformed = transform(parsed, {}, NoManagedPolicies())
assert "Transform" not in transformed
