"""Before she says yes, and as long as it counts: exactly what one partner sees of her."""

from uuid import UUID

from flask import Response, abort, url_for
from flask_login import current_user

from crm.access import Permission, may
from crm.members.models import Member
from crm.my import queries
from crm.my.views import herself
from crm.referrals.preview import preview
from crm.web import get_or_404, page


@may(Permission.MY_USE)
@herself
def way(member: Member, public_id: UUID) -> Response:
    """Of an opening she is asked about, or on the way to."""
    referral = get_or_404(queries.ways(current_user), public_id=public_id)
    back = url_for("my.show", public_id=public_id)
    return page("my/seen.html", member=member, preview=preview(member, referral.vacancy.partner, referral), back=back)


@may(Permission.MY_USE)
@herself
def consent(member: Member, consent_id: int) -> Response:
    """Of a partner she once let see her."""
    given = get_or_404(queries.consents(current_user), id=consent_id)
    if given.partner is None:
        abort(404)
    return page("my/seen.html", member=member, preview=preview(member, given.partner), back=url_for("my.consents"))
