//! Watching, on real folders: what is told, what is not, and folders that come and go.

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use super::*;

/// A folder of its own for each test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("portaat-watch-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("content/fi")).unwrap();
        Folder(folder)
    }

    fn content(&self) -> PathBuf {
        self.0.join("content")
    }

    fn watch(&self) -> Watch {
        Watch::start(&[self.content()]).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[track_caller]
fn assert_changed(watch: &mut Watch) {
    assert_eq!(watch.next().unwrap(), News::Changed);
}

/// Looks at what has been reported so far instead of waiting for news that should not come.
fn reported(watch: &mut Watch) -> bool {
    std::thread::sleep(SETTLE * 4);
    let batches = watch.events.try_iter().collect();
    watch.has_change(batches)
}

#[test]
fn a_saved_file_is_news_soon() {
    let folder = Folder::new();
    let mut watch = folder.watch();
    let start = Instant::now();
    fs::write(folder.content().join("fi/index.md"), "a").unwrap();
    assert_changed(&mut watch);
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_file_in_a_new_folder_and_a_removed_one_are_news() {
    let folder = Folder::new();
    let mut watch = folder.watch();
    fs::create_dir_all(folder.content().join("en/theses")).unwrap();
    assert_changed(&mut watch);
    reported(&mut watch);
    fs::write(folder.content().join("en/theses/flow.md"), "a").unwrap();
    assert_changed(&mut watch);
    reported(&mut watch);
    fs::remove_file(folder.content().join("en/theses/flow.md")).unwrap();
    assert_changed(&mut watch);
}

#[test]
fn an_atomic_save_is_news_although_it_starts_with_a_temporary_file() {
    let folder = Folder::new();
    let page = folder.content().join("fi/index.md");
    fs::write(&page, "a").unwrap();
    let mut watch = folder.watch();
    fs::write(folder.content().join("fi/index.md.tmp"), "b").unwrap();
    fs::rename(folder.content().join("fi/index.md.tmp"), &page).unwrap();
    assert_changed(&mut watch);
}

#[test]
fn reading_and_temporary_files_are_not_news() {
    let folder = Folder::new();
    fs::write(folder.content().join("fi/index.md"), "a").unwrap();
    let mut watch = folder.watch();
    fs::read(folder.content().join("fi/index.md")).unwrap();
    fs::read_dir(folder.content().join("fi")).unwrap().for_each(drop);
    fs::write(folder.content().join("fi/.index.md.swp"), "a").unwrap();
    assert!(!reported(&mut watch));
}

#[test]
fn a_folder_that_appears_later_is_followed() {
    let folder = Folder::new();
    let later = folder.0.join("editions/north");
    let mut watch = Watch::start(std::slice::from_ref(&later)).unwrap();
    fs::create_dir_all(&later).unwrap();
    assert_changed(&mut watch);
    fs::write(later.join("_brand.yml"), "a").unwrap();
    assert_changed(&mut watch);
}

#[test]
fn a_folder_that_is_replaced_is_followed_again() {
    let folder = Folder::new();
    let mut watch = folder.watch();
    fs::rename(folder.content(), folder.0.join("old")).unwrap();
    fs::create_dir_all(folder.content()).unwrap();
    assert_changed(&mut watch);
    reported(&mut watch);
    watch.find_missing();
    fs::write(folder.content().join("index.md"), "a").unwrap();
    assert_changed(&mut watch);
    fs::write(folder.0.join("old/index.md"), "a").unwrap();
    assert!(!reported(&mut watch));
}

#[test]
fn lost_events_are_news_only_when_something_changed() {
    let folder = Folder::new();
    let mut watch = folder.watch();
    assert!(watch.has_changed_unseen(), "nothing is known yet");
    assert!(!watch.has_changed_unseen());
    fs::write(folder.content().join("fi/index.md"), "a").unwrap();
    assert!(watch.has_changed_unseen());
}
