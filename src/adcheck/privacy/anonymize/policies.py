"""Which operator each kind of personal data meets: publish for everybody, share within a project, internal with a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from adcheck.errors import ConfigError
from adcheck.privacy.model import ENTITIES

OPERATOR_WORDS: Final = ("keep", "mask", "title", "label", "pseudonym", "generalise", "hash", "encrypt", "token")
_COARSE: Final = {"AGE": "generalise", "DATE": "generalise", "DOB": "generalise", "ADDRESS": "generalise"}
_SHAPELESS: Final = {"QUASI": "generalise", "IMAGE": "label", "GENE": "label"}


class Policy(NamedTuple):
    """A name, the operator for kinds without one of their own, and those of single kinds."""

    name: str
    default: str
    special: Mapping[str, str]

    def operator_for(self, entity: str) -> str:
        """The word of the operator for a kind."""
        return self.special.get(entity, self.default)

    def with_operators(self, chosen: Mapping[str, str]) -> Policy:
        """The policy with a user's choices (``[privacy.operators]``: kind to operator) on top.

        Raises:
            ConfigError: for an operator that doesn't exist, or a kind in small letters.
        """
        for entity, word in chosen.items():
            if word not in OPERATOR_WORDS:
                raise ConfigError(
                    f"privacy.operators.{entity} must be one of {', '.join(OPERATOR_WORDS)}, found {word!r}"
                )
            if entity not in ENTITIES and not entity.isupper():
                raise ConfigError(f"privacy.operators has no kind {entity!r}", hint=f"one of {', '.join(ENTITIES)}")
        return self._replace(special={**self.special, **chosen})


POLICIES: Final = {
    "publish": Policy("publish", "mask", {**_SHAPELESS, "AGE": "generalise"}),
    "share": Policy("share", "pseudonym", {**_SHAPELESS, **_COARSE}),
    "internal": Policy("internal", "token", {}),
}
"""``publish`` can't be undone; ``share`` keeps apart who is who; ``internal`` needs a vault and can be undone."""


def policy_named(name: str, operators: Mapping[str, str] | None = None) -> Policy:
    """The policy of that name with a user's operators.

    Raises:
        ConfigError: for an unknown policy, kind or operator.
    """
    if name not in POLICIES:
        raise ConfigError(f"unknown policy {name!r}", hint=f"one of {', '.join(POLICIES)}")
    return POLICIES[name].with_operators(operators or {})
