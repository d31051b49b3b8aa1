"""Page templates with their fixed words already in them, and calls that take fewer detours.

Most of a page is sentences that never differ. An environment serves one
language, so what `t("...")` and `ptr("...")` give is known when a template is
compiled. Whoever keeps compiled templates has to keep them apart by words.
"""

from __future__ import annotations

from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import Environment, Template, meta, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.compiler import Frame
    from jinja2.environment import TemplateModule

_KEPT: Final = 8
"""Imported templates to remember: those of one cell."""
_ASKED: Final = "asked"
"""Where compiled code names the values that a template looks up; None if it hands them all on."""
_OURS: Final = frozenset({MethodType, FunctionType})


class DirectContext(Context):
    """Calls functions of ours at once; Jinja asks each first what it wants to be given."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """What the function gives."""
        if type(function) is Macro:
            args = (self.eval_ctx, *args)
        elif type(function) not in _OURS or hasattr(function, "jinja_pass_arg"):
            return super().call(function, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return function(*args, **kwargs)


class _Generator(CodeGenerator):
    """Puts the value in place of a call that always gives the same."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Compiles a template."""
        fixed = cast("FoldingEnvironment", self.environment).fixed
        names = {name.name for name in node.find_all(nodes.Name) if name.ctx != "load"}
        _fold(node, {key: value for key, value in fixed.items() if key not in names})
        super().visit_Template(node, frame)
        hands_on = next(meta.find_referenced_templates(node), self) is not self
        asked = None if hands_on else tuple(sorted(meta.find_undeclared_variables(node)))
        self.writeline(f"{_ASKED} = {asked!r}")


def _fold(node: nodes.Node, fixed: Mapping[str, Callable[..., object]]) -> None:
    for field, value in node.iter_fields():
        if isinstance(value, list):
            value[:] = [_folded(each, fixed) for each in value]
        else:
            setattr(node, field, _folded(value, fixed))


def _folded(value: Any, fixed: Mapping[str, Callable[..., object]]) -> Any:  # noqa: ANN401
    """The value, or a constant for a call whose name and arguments are known."""
    if not isinstance(value, nodes.Node):
        return value
    _fold(value, fixed)
    if not (isinstance(value, nodes.Call) and isinstance(value.node, nodes.Name)):
        return value
    known = [each.value for each in value.args if isinstance(each, nodes.Const)]
    others = value.kwargs or value.dyn_args or value.dyn_kwargs
    if value.node.name not in fixed or others or len(known) != len(value.args):
        return value
    try:
        result = fixed[value.node.name](*known)
    except HearthbookError:
        # a page that comes this far will say so, with its line
        return value
    return nodes.Const(result, lineno=value.lineno)


class _Template(Template):
    """A template that, imported again where it sees the same values, gives the macros it gave before."""

    environment: FoldingEnvironment

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's name
        shared: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> TemplateModule:
        """The template's macros, bound to these values."""
        given = vars or {}
        own = {name: value for name, value in (locals or {}).items() if value is not missing}
        asked: tuple[str, ...] | None = self.root_render_func.__globals__[_ASKED]
        if asked is None:
            return super().make_module(vars, shared, locals)
        seen = [own.get(name, given.get(name, missing)) for name in asked]
        key = (self, shared, *map(id, seen))
        made = self.environment.modules
        # kept with its values, so that no other value can come to have the same identity
        kept = made.pop(key, None) or (seen, super().make_module(vars, shared, locals))
        made[key] = kept
        if len(made) > _KEPT:
            del made[next(iter(made))]
        return kept[1]


class FoldingEnvironment(Environment):
    """An environment whose templates may hold the values of some functions."""

    code_generator_class = _Generator
    context_class = DirectContext
    template_class = _Template

    def __init__(self, fixed: Mapping[str, Callable[..., object]], **options: Any) -> None:  # noqa: ANN401
        """Bind functions of constants that always give the same for the same; the rest is Jinja's."""
        super().__init__(**options)
        self.fixed = fixed
        self.modules: dict[tuple[object, ...], tuple[list[Any], TemplateModule]] = {}
