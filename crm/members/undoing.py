"""Why two records that were made one cannot be two again, as a sentence."""

from flask_babel.speaklater import LazyString

from crm.i18n import _, _l

#: Which part of her record was changed since, by table.
_PARTS: dict[str, LazyString] = {
    "members": _l("what is known of herself"),
    "consents": _l("what she agreed to"),
    "safe_contacts": _l("how to reach her"),
    "member_hidings": _l("who must not see her"),
    "member_concepts": _l("what she can and wishes"),
    "member_users": _l("her own sign-in"),
    "users": _l("her own sign-in"),
    "referrals": _l("her introductions"),
    "referral_steps": _l("her introductions"),
    "placements": _l("her work"),
    "event_participants": _l("her events"),
    "special_notes": _l("the protected notes"),
    "services": _l("what the centre did for her"),
}


def why_not(table: str) -> str:
    """`table`: the one that stands in the way (CannotUndo)."""
    if table == "merges":
        return str(
            _("It cannot be undone any more: 30 days have passed, or this record was made one with another since.")
        )
    part = _PARTS.get(table, _l("something that belongs to her"))
    return str(_("It cannot be undone any more, so that nothing is lost. Changed since then: %(part)s.", part=part))
