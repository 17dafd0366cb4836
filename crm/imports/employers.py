"""Partners of one centre by name: each known one once, unknown ones created."""

from typing import Any

from sqlalchemy import select

from crm.centres.models import Centre
from crm.extensions import db
from crm.partners import operations
from crm.partners.models import Partner
from crm.skills.fold import search_key


class Employers:
    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        known = select(Partner).where(Partner.centre_id == centre.id).order_by(Partner.id.desc())
        self._known = {partner.search_name: partner for partner in db.session.scalars(known)}

    def find(self, name: str) -> Partner | None:
        return self._known.get(search_key(name)[:300])

    def create(self, name: str, **values: Any) -> Partner:
        partner = operations.create_partner(centre_id=self._centre.id, name=name, **values)
        self._known[partner.search_name] = partner
        return partner
