"""Whether a call in a page can be shown: its arguments fit the macro, and name what the data hold."""

from __future__ import annotations

import inspect
import re

from jinja2 import TemplateError

from macros.render.calls import Literal, MacroCall
from macros.render.registry import macro_names, manual
from macros.render.renderer import Renderer
from macros.source.problem import did_you_mean, quote

KINDS = {"str": (str, "teks dalam tanda kutip"), "bool": (bool, "true atau false"), "int": (int, "angka")}
"""What a macro's argument may be, by the name of its type."""
_PLACEHOLDER = re.compile(r"\{\w+\}")


def objection(call: MacroCall, renderer: Renderer | None) -> tuple[str, str] | None:
    """What is wrong with a call, and the mend; ``None`` when it can be shown.

    Without a ``renderer`` the data are not known, and names of things in them are taken to be right.
    """
    if call.name not in macro_names():
        known = sorted(macro_names())
        guess = did_you_mean(call.name, known)
        return f"makro {quote(call.name)} tidak dikenal.", guess or f"Yang ada: {', '.join(known)}."
    return _misfit(call) or (_refusal(call, renderer) if renderer is not None else None)


def _misfit(call: MacroCall) -> tuple[str, str] | None:
    """Arguments that are missing, too many, or of another kind than the macro takes."""
    takes = list(inspect.signature(manual(call.name).call).parameters.values())[1:]
    by_name = {one.name: one for one in takes}
    for name in call.kwargs:
        if name not in by_name:
            guess = did_you_mean(name, by_name)
            return f"makro {call.name} tidak punya argumen {quote(name)}.", guess or _example(call)
    more = next((one for one in takes if one.kind is inspect.Parameter.VAR_POSITIONAL), None)
    single = [one for one in takes if one is not more]
    if more is None and len(call.args) > len(single):
        return f"makro {call.name} menerima paling banyak {len(single)} argumen.", _example(call)
    given = dict(zip((one.name for one in single), call.args, strict=False))
    twice = next((name for name in call.kwargs if name in given), None)
    if twice is not None:
        return f"argumen {quote(twice)} ditulis dua kali.", _example(call)
    for one in single:
        if one.name not in {**given, **call.kwargs} and one.default is inspect.Parameter.empty:
            return f"makro {call.name} perlu argumen {quote(one.name)}.", _example(call)
    values = [(by_name[name], value) for name, value in {**given, **call.kwargs}.items()]
    values += [(more, value) for value in call.args[len(single) :] if more is not None]
    return next((said for one, value in values if (said := _other_kind(call, one, value))), None)


def _other_kind(call: MacroCall, takes: inspect.Parameter, value: Literal) -> tuple[str, str] | None:
    allowed = [part.strip() for part in str(takes.annotation).split("|")]
    if value is None and "None" in allowed:
        return None
    kinds = [KINDS[part] for part in allowed if part in KINDS]
    if any(type(value) is kind for kind, _ in kinds):
        return None
    wanted = " atau ".join(name for _, name in kinds)
    mend = f'Tulis "{value}".' if isinstance(value, int | float) and "str" in allowed else _example(call)
    return f"argumen {quote(takes.name)} pada makro {call.name} harus {wanted}.", mend


def _refusal(call: MacroCall, renderer: Renderer) -> tuple[str, str] | None:
    """What the macro itself says of its arguments."""
    try:
        renderer.macros[call.name](*call.args, **call.kwargs)
    except ValueError as error:
        message, _, mend = str(error).partition(". ")
        return f"{message.removesuffix('.')}.", mend or _example(call)
    except (LookupError, TypeError, AttributeError, TemplateError) as error:
        said = quote(f"{type(error).__name__}: {error}")
        return f"makro {call.name} tidak dapat ditampilkan dengan data ini ({said}).", _example(call)
    return None


def _example(call: MacroCall) -> str:
    """How the macro is called."""
    return f"Tulis seperti {{{{ {_PLACEHOLDER.sub('…', manual(call.name).example)} }}}}."
