// Question writing: what a project asks of whoever asks to join, beside what every request says, is written here, on the
// draft or the correction of the project, and seen as it will be put.
export {}
