"""Sentences of a modder's tools."""

from __future__ import annotations

from collections.abc import Mapping

WORKSHOP: Mapping[str, str] = {
    "cli.test": "run a scenario's tests",
    "cli.test.lesson": """\
Tests are tables [test.ID] in files under tests/ of a package:

  [test.a_dam_hurts]
  name = "Closing the sluice costs trust"
  play = '''
  do AST.grain = 20                 # set up with any effect
  AST: dam BIR                      # a command, as in a save
  expect BIR.AST.trust <= 40        # any condition
  refused AST: dam COR              # must be refused
  end 2                             # end two turns
  '''

seats = {{ AST = "script", others = "greedy" }} says who answers for whom: script, idle,
random, greedy or planner. Votes (“AST: vote yes”) are given when the council meets, at end.
With seeds = 600 and percent = "25..35" so many games are played, and all expect must hold
in so many per cent of them.

  csto test my_world                all tests of a package
  csto test my_world --only a_dam   those whose id begins so

Exit code 0: all hold; 1: one does not; 2: the package or a test cannot be read.""",
    "test.none": "{id}: there are no tests; they stand in tests/*.toml.",
    "test.passed": "holds  {id}  {name}",
    "test.passed_percent": "holds  {id}  {name} ({held} of {games} games, {low}..{high} per cent)",
    "test.failed": "FAILS  {id}  {name}",
    "test.failed_percent": (
        "FAILS  {id}  {name} ({held} of {games} games, not {low}..{high} per cent)"
    ),
    "test.where": "  {file}:{line}: {source}",
    "test.where_seed": "  {file}:{line}: {source}  (first in the game of seed {seed})",
    "test.row": "    {row}",
    "test.sum": "{passed} of {count} tests hold.",
    "test.side": "{side} is {value}",
    "test.part": "this part does not hold: {part}",
    "test.not_refused": "{seat}: {words} was not refused",
    "test.over": "the game is over: ending {ending} in turn {turn}",
    "test.only": "there is no test whose id begins with “{only}”",
    "cli.new": "write a small world to begin with",
    "cli.new.lesson": """\
The starter is a whole world with comments: three towns, a power, three verbs, three cards, a
charter, two roles, endings and tests. It can be played at once, and every line may be changed.

  csto new my_world                 write it into the folder my_world
  csto check my_world               all mistakes at once, each with a cure
  csto test my_world                its tests
  csto play my_world                play it""",
    "new.written": "written into {folder}: {files}",
    "new.next": "Next: csto check {folder}; csto test {folder}; csto play {folder}",
    "new.full": "{folder} is there already and not empty; name a new folder.",
    "new.id": "“{id}” cannot be an id: a–z, 0–9 and _, beginning with a letter. Try: {near}",
    "cli.fmt": "lay scenario files out alike",
    "cli.fmt.lesson": """\
Puts the = of neighbouring lines and the reasons of a rule block into columns, one space between
words of rules, and one empty line where there were several. Comments, order, texts and line
breaks stay; each file is read before and after, and left alone if it would not say the same.

  csto fmt my_world                 format all files of a package
  csto fmt my_world --check         only say which would change (exit code 1)""",
    "fmt.absent": "{path} is no folder and no .toml file.",
    "fmt.too_big": "this file is too big for a scenario",
    "fmt.would": "would change: {path}",
    "fmt.done": "formatted: {path}",
    "fmt.sum": "files: {files}, changed: {changed}",
    "workshop.written": "written: {file}",
    "cli.schema": "write the format as a JSON Schema, for editors",
    "cli.schema.lesson": """\
With the schema an editor completes keys, shows what they mean, and marks mistakes as you type.
It is made from the same tables that the loader reads by; rules are checked by csto check.

  csto schema --to my_world/csto.schema.json    write it, and show the settings of
                                                Taplo, Tombi and VS Code""",
    "cli.docs": "write the manual of a scenario, to browse",
    "cli.docs.lesson": """\
The manual holds what a scenario is made of: stats, countries, verbs, incidents, who can do what,
the charter, roles, endings and sources, with all rules as they are written.

  csto docs my_world                    Markdown on the output
  csto docs my_world --to manual.html   one page to browse, with nothing loaded from elsewhere
  csto docs --reference                 every table and key of the format itself""",
    "about.id": "Package: {text}",
    "about.version": "Version: {text}",
    "about.authors": "By: {text}",
    "about.licence": "Licence: {text}",
    "about.home": "Home: {text}",
    "about.cut": "(It goes on; the rest is in the file.)",
    "about.none": "It brings neither a README nor a licence.",
    "docs.what": "name a scenario, or ask for the --reference of the format.",
    "docs.kind": "a manual is written as .html or .md; {file} is neither.",
    "cli.graph": "show who starts, sets and reads what",
    "cli.graph.lesson": """\
Threads between incidents, verbs, rules, motions, crises and their like, and flags: a card that
starts another, a flag that one sets and another reads.

  csto graph my_world                                   as text
  csto graph my_world --format mermaid                  for Markdown pages that draw Mermaid
  csto graph my_world --format svg --to threads.svg     as a picture
  csto graph my_world --around incident.bread           only what is two steps from a card""",
    "graph.unknown": "no thread leads to or from {address}; did you mean {near}?",
    "cli.preview": "show a card or a verb as a player sees it",
    "cli.preview.lesson": """\
Deals the card in the first turn of a game, or asks a seat in it, and shows each choice with what
it would do, worked out from its rules.

  csto preview my_world incident.bread
  csto preview my_world verb.dam --seat AST""",
    "preview.for": "As {seat} sees it, {date}:",
    "preview.news": "As everybody reads it, {date}:",
    "preview.dealt": "As it is dealt:",
    "preview.odds": "{chance} per cent: {name}",
    "preview.choice": "> {words}    {name}",
    "preview.more": "and {count} more ways to use it.",
    "preview.nobody": "Nobody fits at the beginning of a game; shown for the first seat all the same.",
    "preview.unfit": "{seat} does not fit at the beginning of a game; shown all the same.",
    "preview.no_target": "Nobody fits as its target at the beginning of a game.",
    "preview.never": "{seat} never has this verb.",
    "preview.seat": "there is no seat {seat}; there are: {seats}.",
    "preview.unknown": "there is no {address}; did you mean {near}?",
    "cli.pack": "pack a package into a zip file",
    "cli.pack.lesson": """\
Only files that belong to a package are packed, in order of their names and without dates, so that
the same files always give the same bytes. A package with mistakes is not packed.

  csto pack my_world                my_world-0.1.0.zip
  csto pack my_world --to new.zip""",
    "pack.done": "written: {file} ({files} files, {size} bytes)",
    "pack.left_out": "left out: {file}",
    "pack.broken": "{path} has mistakes ({errors}); try: csto check {path}",
    "pack.link": "{file} is a link; packages hold plain files only.",
    "pack.many": "{count} files; a package may have {most}.",
    "pack.big": "the zip file would have {size} MB; {most} may be.",
    "cli.upgrade": "rewrite a package of an older format",
    "cli.upgrade.lesson": """\
A package of an older format is read all the same; upgrade rewrites its files, comments and layout
kept, so that they say what is played. Keep a copy, and look at the difference.

  csto upgrade my_world             rewrite what must be
  csto upgrade my_world --check     only say which files (exit code 1)""",
    "upgrade.newer": (
        "this package is written for a newer game (format {format}; this game reads {present})"
    ),
    "upgrade.unknown": "nobody knows how to bring format {format} to the next one.",
    "upgrade.absent": "{folder} has no {manifest}.",
    "upgrade.unread": "{file}: {why}",
    "upgrade.no_format": "scenario.toml says no format; [package] needs format = 1.",
    "upgrade.current": "Nothing to do: this is format {format}.",
    "upgrade.done": "rewritten: {path}",
    "upgrade.sum": "from format {begin} to {end}",
    "cli.i18n": "begin, update and check translations",
    "cli.i18n.lesson": """\
Translations stand in lang/CODE.po of a package. msgctxt is the address of a text, msgid the text
as it is in the files. Names may have further forms of their own, used as {{self.gen}}:

  #. form
  msgctxt "country.EST.form.gen"
  msgid ""
  msgstr "Эстонии"

  csto i18n extract my_world ru     begin lang/ru.po with everything there is to translate
  csto i18n update my_world ru      after the originals changed: new texts come, changed ones are
                                    marked fuzzy and not used until the mark is taken away
  csto i18n check my_world ru       mistakes (exit code 1), and how much is missing""",
    "i18n.counts": "texts: {total}, translated: {done}, fuzzy: {fuzzy}, missing: {missing}",
    "i18n.there": "{file} is there already; try: csto i18n update {folder} {language}",
    "i18n.language": "“{language}” is no code of a language; it looks like ru or pt_BR.",
    "i18n.package": "{file}: {why}; try csto check first.",
    "i18n.unread": "{file}{line}: {why}",
    "i18n.no_library": (
        "translations need the package polib, which is not installed; "
        "try: pip install 'csto-game[modding]'"
    ),
}
