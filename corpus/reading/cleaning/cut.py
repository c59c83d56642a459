"""What a rule took out of a text, as a report shows it. What must not live here: the rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a rule took out of a text: the rule's name, and the text that went; a repair as ``before → after``."""

    rule: str
    text: str
