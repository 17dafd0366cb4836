"""What ESCO knows of words and addresses that our own vocabulary does not, and which addresses our concepts carry."""

from collections.abc import Collection, Iterable

from sqlalchemy import or_, select

from crm.esco.models import EscoConcept, EscoLabel
from crm.extensions import db
from crm.skills.beyond import CERTAIN, code_of, is_code, stretches_of
from crm.skills.concept_file import Label
from crm.skills.fold import match_key
from crm.skills.models import Concept
from crm.skills.resolve import Found, Resolution

#: One statement may name so many keys.
MOST = 2_000


def linked(keys: Collection[str]) -> dict[str, Label]:
    """Our concepts by ESCO's names (as matching keys) or addresses, where the two are linked. One query."""
    codes = [key for key in keys if is_code(key)]
    names = [key for key in keys if not is_code(key)][:MOST]
    found: dict[str, Label] = {}
    if names:
        columns = select(EscoLabel.match_key, Concept.code, EscoLabel.text, EscoLabel.language)
        columns = columns.join(EscoConcept, EscoConcept.id == EscoLabel.esco_id).join(EscoConcept.concept)
        named = columns.where(EscoLabel.match_key.in_(names)).order_by(EscoLabel.preferred.desc(), EscoLabel.id)
        for key, code, text, language in db.session.execute(named).all():
            found.setdefault(key, Label(code, text, language))
    if codes:
        addressed = select(EscoConcept.uri, Concept.code, Concept.label_az).join(EscoConcept.concept)
        for uri, code, text in db.session.execute(addressed.where(EscoConcept.uri.in_(codes[:MOST]))).all():
            found[uri] = Label(code, text, "az")
    return found


def and_unlinked(read: Resolution) -> Resolution:
    """The same reading with ESCO's own concepts, by address, for phrases that nothing of ours means."""
    keys = {
        phrase: [code] if (code := code_of(phrase)) else stretches_of(match_key(phrase).split())
        for phrase in read.unknown
    }
    asked = {key for several in keys.values() for key in several}
    if not asked:
        return read
    columns = select(EscoLabel.match_key, EscoConcept.uri, EscoLabel.text)
    columns = columns.join(EscoConcept, EscoConcept.id == EscoLabel.esco_id)
    codes = [key for key in asked if is_code(key)]
    either = or_(EscoLabel.match_key.in_(list(asked)[:MOST]), EscoConcept.uri.in_(codes))
    known: dict[str, tuple[str, str]] = {}
    for key, uri, text in db.session.execute(columns.where(either).order_by(EscoLabel.preferred.desc(), EscoLabel.id)):
        known.setdefault(key, (uri, text))
        known.setdefault(uri, (uri, text))
    more: dict[str, Found] = {}
    unknown = []
    for phrase, several in keys.items():
        met = next((known[key] for key in several if key in known), None)
        if met is None:
            unknown.append(phrase)
        else:
            uri, text = met
            more.setdefault(uri, Found(uri, text, CERTAIN, phrase, None, "esco"))
    return Resolution((*read.concepts, *more.values()), read.wishes, read.denied, tuple(unknown))


def uris(concept_ids: Iterable[int]) -> dict[int, list[str]]:
    """Our concept -> the addresses that mean it, the first loaded first."""
    columns = select(EscoConcept.concept_id, EscoConcept.uri).where(EscoConcept.concept_id.in_(list(concept_ids)))
    found: dict[int, list[str]] = {}
    for concept_id, uri in db.session.execute(columns.order_by(EscoConcept.id)).all():
        if concept_id:
            found.setdefault(concept_id, []).append(uri)
    return found


def uris_to_ids() -> dict[str, int]:
    """Every linked address with our concept, for lists that name skills by code."""
    columns = select(EscoConcept.uri, EscoConcept.concept_id).where(EscoConcept.concept_id.is_not(None))
    return {uri: concept_id for uri, concept_id in db.session.execute(columns).all() if concept_id}
