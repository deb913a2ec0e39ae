"""How many forms a language has for numbers (Unicode CLDR, whole numbers only)."""

from __future__ import annotations

from collections.abc import Mapping

_FORMS: Mapping[int, str] = {
    1: "id ja ko lo ms my th vi zh",
    2: (
        "af az bg bn ca da de el en eo es et eu fa fi fr gl gu he hi hu hy is it ka kk kn ky mk ml "
        "mn mr nb nl nn pa ps pt sq sv sw ta te tg tk tr ur uz"
    ),
    3: "be bs cs hr lt lv pl ro ru sk sr uk",
    4: "gd mt sl",
    5: "ga",
    6: "ar cy",
}
_BY_LANGUAGE = {code: count for count, codes in _FORMS.items() for code in codes.split()}


def forms_of(language: str) -> int:
    """The number of forms; 0 for a language that is not listed."""
    return _BY_LANGUAGE.get(language.partition("_")[0], 0)
