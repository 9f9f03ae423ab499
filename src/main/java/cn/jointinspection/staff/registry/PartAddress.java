package cn.jointinspection.staff.registry;

/**
 * The address of an entry with one of its lists turned to a page.
 *
 * @param no of the entry
 * @param list field that names the page
 */
public record PartAddress(String no, String list) {

  public String at(String path, int page) {
    return new FilterAddress().with("no", no).with(list, page).at(path);
  }
}
