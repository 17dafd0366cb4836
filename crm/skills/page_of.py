"""Everything the page of one concept shows."""

from flask import Response
from flask_login import current_user

from crm.audit.wording import Words
from crm.esco import queries as esco
from crm.skills import queries, rereading
from crm.skills.forms import FormForm
from crm.skills.groups import group_name
from crm.skills.models import Concept
from crm.web import page, rows, tuples


def concept_page(concept: Concept, form: FormForm, status: int = 200) -> Response:
    """`form` adds another way to say it."""
    history = rows(queries.history_of(current_user, concept.id))
    return page(
        "skills/show.html",
        concept=concept,
        form=form,
        neighbours=tuples(queries.neighbours_of(concept.id)),
        use=tuples(queries.use_of(current_user, concept.id))[0],
        history=history,
        esco=[one.uri for one in rows(esco.meaning(current_user, concept.id))],
        words=Words.of(history),
        readings=rows(rereading.under_way()),
        group_name=group_name,
        status=status,
    )
