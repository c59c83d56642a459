"""What /privacy states, as the operator set it. What must not live here: the wording."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyTerms:
    """How this installation keeps what people ask.

    Attributes
    ----------
    log_users
        ``hash``, ``plain`` or ``none``: what of a user's id stands in the log.
    retention_days
        After how many days a question leaves the log.
    backup_days
        How much longer a question may stand in a backup of the log.
    private_in_reviews
        Whether reviews show the words of questions asked in direct messages or privately; else they are only counted.
    operator
        Who hosts the bot and how to reach them, or None where the operator did not say.
    """

    log_users: Literal["hash", "plain", "none"]
    retention_days: int
    backup_days: int
    private_in_reviews: bool
    operator: str | None
