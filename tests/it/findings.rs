//! What an author reads when something is wrong: the whole text of each finding, from the author's chair.

mod about;
mod body;
mod brand;
mod config;
mod editions;
mod files;
mod front_matter;
mod glossary;
mod hosts;
mod links;
mod lint;
mod model;
mod overrides;
mod prose;
mod prove;
mod removed;
mod requests;
mod targets;
mod texts;
mod theme;
mod together;
mod worksheet;
mod translations;
