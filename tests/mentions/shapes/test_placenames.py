"""Names of places of publication, without what is no part of them."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.placenames import bare_place


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Published in J. Sea Lett. 12 (2019)", "J. Sea Lett."),
        ("Workshop paper at ICES", "ICES"),
        ("arXiv:1906.01234", "arXiv"),
        ("arXiv 2019, 1906.01234", "arXiv"),
        ("Tide Methods Syst. Appl. 232 (2019), 6-66", "Tide Methods Syst. Appl."),
        ("ICES 2019, Cork", "ICES"),
        ("ICES 2019 Workshop on Mud", "ICES Workshop on Mud"),
        ("Workshop 2019 at ICES", "Workshop at ICES"),
        ("Sea Lett 2019 May", "Sea Lett"),
        ("ICES 2019 Oral", "ICES"),
        ("3 Rivers Conf. on Mud", "3 Rivers Conf. on Mud"),
        ("12 Shore L. Rev. 345", "Shore L. Rev."),
        ("Proc. Shore School, eds. A. Roe and B. Poe (2019), p", "Proc. Shore School"),
        ("Roe, Poe and Doe (eds), THE USES OF SAND (Cork", "THE USES OF SAND"),
        ("Oikos, 95", "Oikos"),
        ("12 J. Tide L.", "J. Tide L."),
        ("Sea Lett. [cover article]", "Sea Lett"),
        ("Sea Lett 12(3):45-67", "Sea Lett"),
        ("Tide Seminar 49", "Tide Seminar 49"),
        ("Ann. of Tides (2)", "Ann. of Tides (2)"),
        ("2019", "2019"),
        ("Proc. Tide Syst. Conf. (TSC), Las Vegas, NV, USA, 2019", "Proc. Tide Syst. Conf. (TSC)"),
        ("Roe, Anna, Oikos", "Roe, Anna, Oikos"),
        ("Sea Letters e1084. Bibcode:2019SeaL...12..34R", "Sea Letters"),
        ("Annals of Sand Dynamics.", "Annals of Sand Dynamics"),
        ("J. Tide Dynamics.", "J. Tide Dynamics."),
        ("Proc. SmartShore, Milan, Italy", "Proc. SmartShore"),
        ("Proc. Tide Conference (TC)", "Tide Conference (TC)"),
        ("Proc. TSA SHORECOM, Milan, Italy, 2019", "TSA SHORECOM"),
        ("Proceedings of the TSA SandSys", "TSA SandSys"),
        ("Proc. TSA", "Proc. TSA"),
        ("Proc. TSA Sand Res.", "Proc. TSA Sand Res."),
        ("Proceedings of the 3rd Symposium on Mud", "3rd Symposium on Mud"),
        ("Proceedings of the Tide Society", "Proceedings of the Tide Society"),
        ("Conference on Systems, Man, Cybernetics", "Conference on Systems, Man, Cybernetics"),
        ("Journal of Sand (in press) (short!)", "Journal of Sand"),
        ("Appears in Journal of Sand", "Journal of Sand"),
    ],
)
def test_bare_place_is_the_name_alone(written: str, name: str) -> None:
    assert bare_place(written) == name
