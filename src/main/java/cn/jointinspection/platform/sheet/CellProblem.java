package cn.jointinspection.platform.sheet;

/**
 * Why the value of a cell cannot be known from the file.
 *
 * @param place sheet, row and column as the office program shows them, for example 工作表“名录”第 4 行 B 列
 * @param found what the cell shows; empty where it shows nothing
 * @param expected what should stand there and how to get it there, in Chinese
 */
public record CellProblem(String place, String found, String expected) {}
