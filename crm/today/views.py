"""The start page of the office: the sections, and what is due."""

from flask import Response
from flask_login import current_user

from crm import web
from crm.access import Permission, may
from crm.forms import today
from crm.referrals import queries as referral_queries
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.enums import VacancyState


@may(Permission.TODAY_SEE)
def index() -> Response:
    due = referral_queries.listing(current_user, referral_queries.Filters())
    waiting = vacancy_queries.listing(current_user, vacancy_queries.Filters(state=VacancyState.WAITING))
    return web.page("today/index.html", day=today(), due=web.rows(due.limit(10)), waiting=web.rows(waiting.limit(10)))


@may(Permission.TODAY_SEE)
def more() -> Response:
    return web.page("today/more.html")
