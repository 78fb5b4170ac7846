//! The product from outside: what the library builds and finds, what the command does, and the rules of the house.
//! One binary, so that it links once; one helper (`support`), so that a change of the API is a change of one file.

mod brand;
mod cli;
mod editions;
mod findings;
mod found;
mod glossary;
mod golden;
mod markdown;
mod memory;
mod print;
mod reading;
mod rules;
mod schema;
mod search;
mod shipped;
mod support;
mod third;
mod worksheet;
