"""What a public site says of itself at its foot: who runs it, how to reach them, its registrations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from highlights.model import City
from highlights.render.feedback import contact_link

# Where the two registers are looked up; a registered site has to link there.
_ICP_REGISTER = "https://beian.miit.gov.cn/"
_POLICE_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code="


@dataclass(frozen=True, slots=True)
class ImprintItem:
    """Plain text; `link` is None where there is nothing to open."""

    name: str
    text: str
    link: str | None


def imprint(city: City) -> tuple[ImprintItem, ...]:
    items = (
        ImprintItem("主办单位", city.host or "", None),
        ImprintItem("联系方式", city.contact or "", contact_link(city.contact) if city.contact else None),
        ImprintItem("ICP备案号", city.icp or "", _ICP_REGISTER),
        ImprintItem("公安备案号", city.police or "", _POLICE_REGISTER + re.sub(r"\D", "", city.police or "")),
    )
    return tuple(item for item in items if item.text)
