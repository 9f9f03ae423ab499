package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import java.util.function.Function;

/**
 * What a search found, of which nobody counts more than so many.
 *
 * @param page of the first {@link ObjectSearch#MOST}; its total counts no further
 * @param more whether there are more than these
 */
public record Found<T>(Page<T> page, boolean more) {

  public <R> Found<R> map(Function<T, R> each) {
    return new Found<>(page.map(each), more);
  }
}
