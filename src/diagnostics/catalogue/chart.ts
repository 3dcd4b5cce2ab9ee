import { entry } from "./entry.ts";

/** Findings on charts, small lines beside figures, and the CSV files that hold their data. */
export const chartCatalogue = {
  "chart-no-data": entry<{ what: "chart" | "trend"; field: string }>({
    severity: "error",
    cause: "content",
    about: "A chart or a trend has neither its numbers in the brief nor a CSV file.",
    message: ({ what }) => `This ${what} has no numbers.`,
    hint: ({ field }) => `Write them under “${field}”, or name a CSV file beside the brief under “csv”.`,
  }),
  "chart-data-twice": entry<{ what: "chart" | "trend"; field: string }>({
    severity: "error",
    cause: "content",
    about: "A chart or a trend has its numbers in the brief and in a CSV file, and one would be left out.",
    message: ({ what, field }) => `This ${what} has its numbers twice: under “${field}” and in a CSV file.`,
    hint: ({ field }) => `Remove “csv” or “${field}”.`,
  }),
  "chart-series-missing": entry<{ type: string }>({
    severity: "error",
    cause: "content",
    about: "A chart of several series has a point that belongs to none.",
    message: ({ type }) => `This point has no “series”, so a ${type} chart cannot place it.`,
    hint: ({ type }) =>
      type === "slope"
        ? "Say which of the two moments it belongs to: “series: 2024”."
        : "Say which series each point belongs to: “series: Germany”.",
  }),
  "chart-series-unused": entry<{ type: string }>({
    severity: "error",
    cause: "content",
    about: "A chart that has no series has points with one; it would be missing from the page.",
    message: ({ type }) => `A ${type} chart has no series, but this point names one.`,
    hint: ({ type }) =>
      type === "bar" ? "Make it “type: grouped-bar”, or remove “series”." : "Remove “series”.",
  }),
  "chart-series-one": entry<{ series: string }>({
    severity: "error",
    cause: "content",
    about: "A grouped bar chart has a single series, so there is nothing to group.",
    message: ({ series }) => `All bars belong to the one series “${series}”.`,
    hint: () => "Make it “type: bar” without “series”, or add a second series.",
  }),
  "chart-moments": entry<{ moments: readonly string[] }>({
    severity: "error",
    cause: "content",
    about: "A slope chart compares two moments, which the “series” of its points name.",
    message: ({ moments }) =>
      `A slope chart needs two moments, but its points name ${moments.length}: ${moments.join(", ")}.`,
    hint: ({ moments }) =>
      moments.length > 2
        ? "Keep the first and the last, or make it “type: line”."
        : "Give each label two points, each with its moment: “series: 2023” and “series: 2025”.",
  }),
  "chart-moment-missing": entry<{ label: string; moment: string }>({
    severity: "error",
    cause: "content",
    about: "A line of a slope chart has no value at one of the two moments.",
    message: ({ label, moment }) => `“${label}” has no value for “${moment}”.`,
    hint: ({ label }) => `Add it, or remove “${label}”.`,
  }),
  "chart-label-twice": entry<{ label: string; series?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "Two points of one series have the same label, so a reader could not tell which is which.",
    message: ({ label, series }) =>
      series === undefined
        ? `The label “${label}” stands twice in this chart.`
        : `The label “${label}” stands twice in the series “${series}”.`,
    hint: ({ series }) =>
      series === undefined
        ? "Rename one, or give each point its “series”."
        : "Rename or remove one of the two.",
  }),
  "chart-too-many": entry<{
    what: "points" | "bars" | "lines" | "series" | "values";
    count: number;
    limit: number;
  }>({
    severity: "error",
    cause: "content",
    about: "A chart has more to show than can be read in half a sheet’s width.",
    message: ({ what, count, limit }) => `This chart has ${count} ${what}; up to ${limit} can be read.`,
    hint: ({ what }) => `Leave out ${what} that do not matter to the message, or sum them up as “Others”.`,
  }),
  "chart-interval-missing": entry<{ label: string }>({
    severity: "error",
    cause: "content",
    about: "A point of a dot-range chart lacks an end of its interval, which is what such a chart shows.",
    message: ({ label }) => `“${label}” has no interval: a dot-range chart needs “low” and “high”.`,
    hint: () => "Add both ends; where the estimate has none, a bar chart is more honest.",
  }),
  "chart-interval-unused": entry<{ type: string; label: string }>({
    severity: "error",
    cause: "content",
    about: "A point has an interval in a chart that does not show intervals; its uncertainty would be lost.",
    message: ({ type, label }) => `“${label}” has an interval, which a ${type} chart does not show.`,
    hint: () => "Make it “type: dot-range”, or remove “low” and “high”.",
  }),
  "chart-interval-order": entry<{ label: string; low: number; value: number; high: number }>({
    severity: "error",
    cause: "content",
    about: "The value of an estimate lies outside its own interval.",
    message: ({ label, low, value, high }) =>
      `The value of “${label}”, ${value}, does not lie between its low ${low} and its high ${high}.`,
    hint: ({ low, high }) =>
      low > high ? "“low” and “high” seem to be swapped." : "Check the three numbers.",
  }),
  "chart-dates-mixed": entry<{ label: string; date: string }>({
    severity: "error",
    cause: "content",
    about:
      "A line has dates and words as labels. Dates stand at their true distance in time, which a word has not.",
    message: ({ label, date }) =>
      `“${label}” is no date, but other points of this line are, such as ${date}.`,
    hint: () => "Write every label as a date (2025-01-27, 2025-01 or 2025), or none.",
  }),
  "chart-bar-start": entry<{ axisStart: number }>({
    severity: "error",
    cause: "content",
    about:
      "The bars of a chart are to start elsewhere than at zero. A bar shows its number by its length; cut off, it misleads.",
    message: ({ axisStart }) => `Bars start at zero, not at ${axisStart}: their length is the number.`,
    hint: () => "Remove “axisStart”; to show small differences, use “type: line” or “type: dot-range”.",
  }),
  "chart-axis-start": entry<{ axisStart: number; lowest: number }>({
    severity: "error",
    cause: "content",
    about: "The axis of a chart starts above its lowest value, which would lie outside the drawing.",
    message: ({ axisStart, lowest }) => `The axis starts at ${axisStart}, but the lowest value is ${lowest}.`,
    hint: ({ lowest }) => `Let it start at ${lowest} or below, or remove “axisStart”.`,
  }),
  "chart-highlight-unknown": entry<{ highlight: string; suggestion?: string | undefined }>({
    severity: "error",
    cause: "content",
    about: "“highlight” names neither a label nor a series of the chart.",
    message: ({ highlight }) => `No label or series of this chart is “${highlight}”.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "Write it exactly as one of the labels, or remove “highlight”."
        : `Did you mean “${suggestion}”?`,
  }),
  "chart-source-missing": entry<{ label: string; isNone: boolean }>({
    severity: "error",
    cause: "content",
    about:
      "A chart, or a point of it, names no source. Every number on the page leads to where it comes from.",
    message: ({ label, isNone }) =>
      isNone
        ? "This chart names no source."
        : `The point “${label}” names no source, and neither does the chart.`,
    hint: () => "Add “sources: [id]” to the chart, or to each of its points.",
  }),
  "trend-too-short": entry<{ count: number }>({
    severity: "error",
    cause: "content",
    about: "A trend has fewer than two values, which make no line.",
    message: ({ count }) =>
      `This trend has ${count === 1 ? "a single value" : "no value"}; a line needs two.`,
  }),
  "csv-missing": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A CSV file that is named does not exist or cannot be read.",
    message: ({ file }) => `The CSV file ${file} cannot be read.`,
    hint: () => "Give its path relative to the brief.",
  }),
  "csv-outside": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A CSV file lies outside the folder of the brief, directly or through a link.",
    message: ({ file }) => `The CSV file ${file} lies outside the folder of the brief.`,
    hint: () => "Copy it beside the brief.",
  }),
  "csv-too-large": entry<{ file: string; bytes: number; limit: number }>({
    severity: "error",
    cause: "content",
    about: "A CSV file is far larger than the data of a chart can be.",
    message: ({ file, bytes, limit }) =>
      `${file} has ${Math.ceil(bytes / 1024)} KB; at most ${Math.floor(limit / 1024)} KB are read.`,
    hint: () => "Keep the few rows that the chart shows.",
  }),
  "csv-empty": entry<{ file: string }>({
    severity: "error",
    cause: "content",
    about: "A CSV file has no row below its header, or nothing at all.",
    message: ({ file }) => `${file} holds no data.`,
    hint: () => "Start with a header such as “label,value” and write one row a point below it.",
  }),
  "csv-syntax": entry<{ file: string; problem: "quote" | "other" }>({
    severity: "error",
    cause: "content",
    about: "A CSV file is not well formed (RFC 4180).",
    message: ({ problem }) =>
      problem === "quote"
        ? "A quotation mark here is not closed, or stands inside a cell without quotes."
        : "This line cannot be read as cells.",
    hint: ({ problem }) =>
      problem === "quote"
        ? "Put the whole cell in quotes, and write a quotation mark in it twice."
        : undefined,
  }),
  "csv-row-length": entry<{ cells: number; columns: number }>({
    severity: "error",
    cause: "content",
    about: "A row of a CSV file has more or fewer cells than its header.",
    message: ({ cells, columns }) =>
      `This row has ${cells} ${cells === 1 ? "cell" : "cells"}, but the header names ${columns} columns.`,
    hint: ({ cells, columns }) =>
      cells > columns
        ? "If a cell holds the separator itself, put the cell in quotes."
        : "Add the missing cells; they may be empty.",
  }),
  "csv-column-missing": entry<{
    column: string;
    columns: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "error",
    cause: "content",
    about: "A CSV file lacks a column that its chart or trend needs.",
    message: ({ column, columns }) =>
      `There is no column “${column}”; the header names ${columns.map((name) => `“${name}”`).join(", ")}.`,
    hint: ({ column, suggestion }) =>
      suggestion === undefined
        ? `Name the column “${column}” in the first line.`
        : `Rename “${suggestion}” to “${column}”.`,
  }),
  "csv-column-ignored": entry<{
    column: string;
    known: readonly string[];
    suggestion?: string | undefined;
  }>({
    severity: "warning",
    cause: "content",
    about: "A CSV file has a column that charts do not use; it is left out.",
    message: ({ column }) => `The column “${column}” is not used.`,
    hint: ({ known, suggestion }) =>
      suggestion === undefined
        ? `Columns are ${known.join(", ")}. Remove it if it is not needed.`
        : `Did you mean “${suggestion}”?`,
  }),
  "csv-column-twice": entry<{ file: string; column: string }>({
    severity: "error",
    cause: "content",
    about: "Two columns of a CSV file have the same name.",
    message: ({ column }) => `The header names the column “${column}” twice.`,
    hint: () => "Rename or remove one of the two.",
  }),
  "csv-cell-empty": entry<{ column: string }>({
    severity: "error",
    cause: "content",
    about: "A row of a CSV file lacks its label or its number.",
    message: ({ column }) => `This row has no “${column}”.`,
    hint: () => "Fill it in, or remove the row.",
  }),
  "csv-label-long": entry<{ length: number; limit: number }>({
    severity: "error",
    cause: "content",
    about: "A label in a CSV file is longer than a chart can show.",
    message: ({ length, limit }) => `The label of this row has ${length} characters, and ${limit} fit.`,
    hint: () => "Shorten it.",
  }),
  "csv-not-a-number": entry<{ column: string; value: string; isCommaDecimal: boolean }>({
    severity: "error",
    cause: "content",
    about:
      "A cell that should hold a number holds something else. With semicolons between cells, numbers have a decimal comma, and 1.234 could mean two things.",
    message: ({ column, value }) => `“${value}” under “${column}” is not a number.`,
    hint: ({ isCommaDecimal }) =>
      `Write digits alone, without unit and without separators of thousands, such as ${isCommaDecimal ? "−1234,5" : "−1234.5"}.`,
  }),
} as const;
