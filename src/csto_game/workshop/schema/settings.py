"""How editors are told of the schema."""

from __future__ import annotations

from pathlib import PurePath


def settings(file: str) -> str:
    """Ready settings of the usual editors for a schema in that file."""
    name = PurePath(file).name
    return f"""\
# Taplo (and what is built on it): .taplo.toml beside scenario.toml
[schema]
enabled = true
path    = "{name}"

# Tombi: tombi.toml beside scenario.toml
toml-version = "v1.1.0"
[[schemas]]
path    = "{name}"
include = ["**/*.toml"]

// VS Code with Even Better TOML: .vscode/settings.json
{{ "evenBetterToml.schema.associations": {{ ".*\\\\.toml$": "./{name}" }} }}
"""
